import { isAscii } from 'node:buffer';

import { type Hit, type ScanTopics, scanLines } from './line-scan';

const WINDOW = 32 * 1024;
/** What is kept of a line that is longer than a window, so that nothing hides on the seam. */
const SEAM = 4096;
const NEWLINE = 10;
const BYTE_ORDER_MARK = Buffer.from('efbbbf', 'hex');
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
  private parts: Buffer[] = [];
  private waiting = 0;
  private line = 1;
  private first = true;
  /** How many bytes were looked at closely, which is what costs. */
  judgedBytes = 0;

  constructor(
    private readonly topics: Omit<ScanTopics, 'unicode'>,
    private readonly found: (hit: Hit) => void,
  ) {}

  push(bytes: Buffer): void {
    this.parts.push(bytes);
    this.waiting += bytes.length;
    if (this.waiting < WINDOW) return;
    const window = this.take();
    const cut = cutOf(window);
    this.scan(window.subarray(0, cut ?? window.length), true);
    this.keep(Buffer.from(window.subarray(cut ?? window.length - SEAM)));
  }

  end(): void {
    if (this.waiting > 0) this.scan(this.take(), false);
  }

  private take(): Buffer {
    const [first] = this.parts;
    const window = this.parts.length === 1 && first !== undefined ? first : Buffer.concat(this.parts);
    this.parts = [];
    this.waiting = 0;
    return window;
  }

  private keep(rest: Buffer): void {
    this.parts = [rest];
    this.waiting = rest.length;
  }

  private scan(window: Buffer, more: boolean): void {
    const base = this.line;
    // A byte order mark is honest at the beginning of a file and nowhere else.
    const bytes = this.first && window.subarray(0, 3).equals(BYTE_ORDER_MARK) ? window.subarray(3) : window;
    this.first = false;
    const topics = { ...this.topics, unicode: !isAscii(bytes) };
    this.judgedBytes += scanLines(bytes, topics, (hit) => this.found({ ...hit, line: base + hit.line }));
    if (!more) return;
    for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, at + 1)) this.line += 1;
  }
}
