import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { create } from 'tar';

export type Upload = { name: string; mimeType: string; buffer: Buffer };

/** A prompt that thousands of people use, as its author packed it, below one directory as `npm pack` makes it. */
const PACKAGE = 'node_modules/pure-prompt-1-28';

const MANIFEST = {
  schemaVersion: 1,
  version: '1.28.3',
  kind: 'prompt',
  title: 'Quiet line',
  summary: 'Pretty, minimal and fast ZSH prompt.',
  license: 'MIT',
  files: [
    { src: 'pure.zsh', dest: '{config}/zsh/pure/pure.zsh' },
    { src: 'async.zsh', dest: '{config}/zsh/pure/async.zsh' },
  ],
  prompt: { shells: ['zsh'], engine: 'pure' },
};

/** A small archive of one's own, without a manifest. `bin/` holds programs. */
export async function packFiles(fileName: string, files: Record<string, string>): Promise<Upload> {
  const dir = mkdtempSync(join(tmpdir(), 'dotkit-pack-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(dir, 'module', dirname(path)), { recursive: true });
      writeFileSync(join(dir, 'module', path), text, { mode: path.startsWith('bin/') ? 0o755 : 0o644 });
    }
    const file = join(dir, fileName);
    await create({ gzip: true, portable: true, cwd: join(dir, 'module'), file }, ['.']);
    return { name: fileName, mimeType: 'application/gzip', buffer: readFileSync(file) };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** The real package as an archive; with a manifest when one is given, which changes any field of an honest one. */
export async function packPure(fileName: string, manifest?: Record<string, unknown>): Promise<Upload> {
  const dir = mkdtempSync(join(tmpdir(), 'dotkit-pack-'));
  try {
    cpSync(PACKAGE, join(dir, 'package'), { recursive: true, dereference: true });
    if (manifest) {
      writeFileSync(join(dir, 'package/dotkit.json'), JSON.stringify({ ...MANIFEST, ...manifest }, null, 2));
    }
    const file = join(dir, fileName);
    await create({ gzip: true, portable: true, cwd: dir, file }, ['package']);
    return { name: fileName, mimeType: 'application/gzip', buffer: readFileSync(file) };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
