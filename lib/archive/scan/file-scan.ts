import { MANIFEST_PATH } from '@/lib/manifest/schema';
import { extensionOf } from '@/lib/utils/extension-of';

import type { FindingCode } from '../finding-codes';
import { isAutomation, isDocument, programKind } from './file-class';
import type { Hit } from './line-scan';
import { TextScan } from './text-scan';

export type ContentFinding = { code: FindingCode; path: string; line: number; detail?: string };

const HEAD = 8;
const MAX_PER_CODE = 3;
// biome-ignore format: a list, read at a glance
const TEXT_EXTENSIONS = new Set([
  '', 'conf', 'cfg', 'config', 'ini', 'toml', 'json', 'jsonc', 'json5', 'yaml', 'yml', 'kdl', 'ron', 'kbd', 'rasi', 'theme', 'css', 'scss',
  'less', 'xml', 'itermcolors', 'svg', 'md', 'txt', 'sh', 'bash', 'zsh', 'zsh-theme', 'fish', 'nu', 'ps1', 'psm1', 'bat', 'cmd', 'js',
  'mjs', 'cjs', 'ts', 'py', 'rb', 'pl', 'lua', 'fnl', 'vim', 'el', 'scm', 'tmux', 'nix', 'awk', 'html', 'desktop', 'service',
]);
// biome-ignore format: a list, read at a glance
const PLAIN_EXTENSIONS = new Set([
  'css', 'scss', 'sass', 'less', 'styl', 'svg', 'xml', 'itermcolors', 'plist', 'js', 'ts', 'mjs', 'cjs', 'lua', 'vim', 'el', 'py',
  'rb', 'pl', 'sh', 'zsh', 'bash', 'fish',
]);

/** Whether a file's lines could be settings of a terminal, a multiplexer or a key mapper. */
const isSettings = (path: string): boolean => !isDocument(path) && !PLAIN_EXTENSIONS.has(extensionOf(path));

/**
 * Looks at one file's content while it streams through: what its first bytes say it is, secrets, commands, settings that run
 * commands, invisible characters. Reports each code at most three times in a file.
 */
export class FileScan {
  private readonly text: TextScan;
  private readonly hits: Hit[] = [];
  private head = Buffer.alloc(0);
  private skipped = false;
  private nul = false;

  constructor(
    private readonly path: string,
    private readonly report: (finding: ContentFinding) => void,
  ) {
    // The manifest is judged field by field, once it is read.
    const manifest = path.endsWith(MANIFEST_PATH);
    const topics = { commands: !manifest && !isAutomation(path), settings: !manifest && isSettings(path) };
    this.text = new TextScan(topics, (hit) => this.take(hit));
  }

  push(bytes: Buffer): void {
    if (this.head.length < HEAD) this.head = Buffer.concat([this.head, bytes.subarray(0, HEAD - this.head.length)]);
    if (this.skipped) return;
    if (!this.nul && bytes.includes(0)) {
      this.nul = true;
      // Pictures and fonts hold NULs; a shell that reads a script with one in it just goes on.
      this.skipped = !TEXT_EXTENSIONS.has(extensionOf(this.path)) || this.program !== null;
      if (this.skipped) return;
      this.take({ code: 'binary-text', line: 1 });
    }
    this.text.push(bytes);
  }

  end(): void {
    if (!this.skipped) this.text.end();
  }

  /** What kind of program the first bytes say this is, or null. */
  get program(): string | null {
    return programKind(this.head);
  }

  get judgedBytes(): number {
    return this.text.judgedBytes;
  }

  private take(hit: Hit): void {
    const same = this.hits.filter(({ code }) => code === hit.code);
    if (same.length >= MAX_PER_CODE || same.some(({ line }) => line === hit.line)) return;
    this.hits.push(hit);
    this.report({ ...hit, path: this.path });
  }
}
