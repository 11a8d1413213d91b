import { isAscii } from 'node:buffer';

import { hasSuspicious } from './invisible';
import { type Hit, type ScanTopics, scanLines } from './line-scan';

const WINDOW = 128 * 1024;
/** What is kept of a line that is longer than a window, so that nothing hides on the seam. */
const SEAM = 4096;
const NEWLINE = 10;
/** A line that ends in one of these goes on in the next: backslash, pipe, ampersand. */
const CONTINUATIONS = new Set([0x5c, 0x7c, 0x26]);

/** Where to cut a window so that no logical line is torn; null when there is no such place. */
function cutOf(window: Buffer): number | null {
  let newline = window.lastIndexOf(NEWLINE);
  for (let tries = 0; tries < 64 && newline > 0; tries += 1) {
    if (!CONTINUATIONS.has(window[newline - 1] ?? 0)) return newline + 1;
    newline = window.lastIndexOf(NEWLINE, newline - 1);
  }
  return null;
}

/** Scans one file while it streams through, in windows of whole lines. Memory is one window, whatever the file's size. */
export class TextScan {
  private window: Buffer = Buffer.alloc(0);
  private line = 1;
  private first = true;
  /** How many bytes were looked at closely, which is what costs. */
  judgedBytes = 0;

  constructor(
    private readonly topics: ScanTopics,
    private readonly found: (hit: Hit) => void,
  ) {}

  push(bytes: Buffer): void {
    this.window = this.window.length === 0 ? bytes : Buffer.concat([this.window, bytes]);
    while (this.window.length >= WINDOW) {
      const window = this.window.subarray(0, WINDOW);
      const cut = cutOf(window);
      this.scan(window.subarray(0, cut ?? WINDOW), true);
      this.window = this.window.subarray(cut ?? WINDOW - SEAM);
    }
  }

  end(): void {
    if (this.window.length > 0) this.scan(this.window, false);
    this.window = Buffer.alloc(0);
  }

  private scan(bytes: Buffer, more: boolean): void {
    const base = this.line;
    this.judgedBytes += scanLines(bytes.toString('latin1'), this.topics, (hit) =>
      this.found({ ...hit, line: base + hit.line }),
    );
    if (!isAscii(bytes)) this.scanUnicode(bytes, base);
    this.first = false;
    if (!more) return;
    for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, at + 1)) this.line += 1;
  }

  private scanUnicode(bytes: Buffer, base: number): void {
    const text = bytes.toString('utf8');
    const body = this.first && text.startsWith('\ufeff') ? text.slice(1) : text;
    if (!hasSuspicious(body)) return;
    for (const [index, line] of body.split('\n').entries()) {
      if (hasSuspicious(line)) this.found({ code: 'invisible-unicode', line: base + index });
    }
  }
}
