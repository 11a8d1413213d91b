import type { CommentMark } from './comment-marks';
import { asText } from './states';

/** Where a block stands in a text, in characters: its body lies between its two marker lines. */
export type Block = { start: number; bodyStart: number; bodyEnd: number; end: number };

const BEFORE = /^[ \t]*(?:#|--|"|;|\/\/|\/\*|<!--|!)[ \t]+$/;
const AFTER = /^(?:[ \t]*(?:\*\/|-->))?[ \t]*\r?$/;
/** What a body may not hold: a marker of ours would end its block, or begin somebody else's. */
const ANY_MARKER = /(?:>>>|<<<) dotkit @/;

const openWords = (id: string) => asText(`>>> dotkit ${id} >>>`);
const closeWords = (id: string) => asText(`<<< dotkit ${id} <<<`);

/** Lines that hold these words and a comment mark, nothing else. */
function markerLines(text: string, words: string): { start: number; end: number }[] {
  const lines: { start: number; end: number }[] = [];
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
    const start = text.lastIndexOf('\n', at) + 1;
    const feed = text.indexOf('\n', at);
    const last = feed === -1 ? text.length : feed;
    if (!BEFORE.test(text.slice(start, at)) || !AFTER.test(text.slice(at + words.length, last))) continue;
    lines.push({ start, end: feed === -1 ? last : feed + 1 });
  }
  return lines;
}

/** The block `@ns/name:src` of a text: null when it has none, `damaged` when its markers are no longer one pair. */
export function findBlock(text: string, id: string): Block | 'damaged' | null {
  const opens = markerLines(text, openWords(id));
  const closes = markerLines(text, closeWords(id));
  const [open] = opens;
  const [close] = closes;
  if (open === undefined && close === undefined) return null;
  if (open === undefined || close === undefined || opens.length + closes.length > 2) return 'damaged';
  if (close.start < open.end) return 'damaged';
  return { start: open.start, bodyStart: open.end, bodyEnd: close.start, end: close.end };
}

const ANY_OPEN = />>> dotkit (@[^\n]{1,600}?) >>>/g;

/** A text in which no block's inside can be found, every other character where it was. */
export function maskBlocks(text: string): string {
  let masked = text;
  for (const [, id = ''] of text.matchAll(ANY_OPEN)) {
    const block = findBlock(text, Buffer.from(id, 'latin1').toString('utf8'));
    if (block === null || block === 'damaged') continue;
    const inside = text.slice(block.bodyStart, block.bodyEnd).replaceAll(/[^\n]/g, '\0');
    masked = replaceRange(masked, { start: block.bodyStart, end: block.bodyEnd }, inside);
  }
  return masked;
}

/** A body as it is compared: an editor that writes the file with other line ends has not changed the block. */
export const bodyOf = (text: string, block: Block): string =>
  text.slice(block.bodyStart, block.bodyEnd).replaceAll('\r\n', '\n');

/** A file's text as a body: without a byte order mark, ending with a line feed. Null when it holds a marker. */
export function asBody(text: string): string | null {
  const body = text.replace(/^\xef\xbb\xbf/, '').replaceAll('\r\n', '\n');
  if (ANY_MARKER.test(body)) return null;
  return body === '' || body.endsWith('\n') ? body : `${body}\n`;
}

/** A whole block, markers included. */
export function blockText(id: string, body: string, [open, close]: CommentMark): string {
  const marker = (words: string) => `${open} ${words}${close === undefined ? '' : ` ${close}`}\n`;
  return `${marker(openWords(id))}${body}${marker(closeWords(id))}`;
}

export const replaceRange = (text: string, { start, end }: { start: number; end: number }, by: string): string =>
  text.slice(0, start) + by + text.slice(end);

/** Whether a text ends with a block of any module. */
export const endsWithBlock = (text: string): boolean => {
  const line = text.slice(text.lastIndexOf('\n', text.length - 2) + 1);
  return /^[ \t]*\S{1,4}[ \t]+<<< dotkit @\S.* <<</.test(line);
};
