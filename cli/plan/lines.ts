import { maskBlocks } from './blocks';

/** Where a line stands in a text, its line feed included. */
export type Line = { start: number; end: number };

/**
 * The last line that is exactly this one: ours were added at the end, so of several that is the one to take away.
 * Line ends do not count. A line inside a block belongs to the block.
 */
export function findLine(whole: string, line: string): Line | null {
  const text = maskBlocks(whole);
  for (let at = text.lastIndexOf(line); at !== -1; at = at === 0 ? -1 : text.lastIndexOf(line, at - 1)) {
    const isStart = at === 0 || text[at - 1] === '\n';
    const rest = at + line.length;
    const end = text.startsWith('\r\n', rest) ? rest + 2 : rest + 1;
    if (isStart && (rest === text.length || text[end - 1] === '\n'))
      return { start: at, end: Math.min(end, text.length) };
  }
  return null;
}
