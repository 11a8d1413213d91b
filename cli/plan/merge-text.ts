import { isUtf8 } from 'node:buffer';
import { diff3Merge } from 'node-diff3';

/** Beyond this the comparison of lines grows with the square of their number; such files are not edited by hand. */
const MAX_BYTES = 1024 * 1024;
const MAX_LINES = 20_000;

/** Lines with their ends, so that CRLF and a missing last line feed come out as they went in. */
function linesOf(bytes: Buffer): string[] | null {
  if (bytes.length > MAX_BYTES || !isUtf8(bytes) || bytes.includes(0)) return null;
  const lines = bytes.toString('utf8').match(/[^\n]*\n|[^\n]+$/g) ?? [];
  return lines.length > MAX_LINES ? null : lines;
}

/**
 * Both sides' edits of one text, line by line. Null when they edited the same lines differently, or when one of the
 * three is no UTF-8 text or too large to be merged: then a person has to choose.
 */
export function mergeText(base: Buffer, mine: Buffer, theirs: Buffer): Buffer | null {
  const [o, a, b] = [linesOf(base), linesOf(mine), linesOf(theirs)];
  if (o === null || a === null || b === null) return null;
  const regions = diff3Merge(a, o, b, { excludeFalseConflicts: true });
  const merged: string[] = [];
  for (const region of regions) {
    if (region.ok === undefined) return null;
    merged.push(...region.ok);
  }
  return Buffer.from(merged.join(''), 'utf8');
}
