import { diff3Merge } from 'node-diff3';

/** Pairs of equal lines that the comparison may look at: beyond, a file of a million blank lines would take minutes. */
const MOST_PAIRS = 4_000_000;
const MOST_LINES = 50_000;

const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+/g) ?? [];

function pairs(a: string[], b: string[]): number {
  const counts = new Map<string, number>();
  for (const line of a) counts.set(line, (counts.get(line) ?? 0) + 1);
  return b.reduce((sum, line) => sum + (counts.get(line) ?? 0), 0);
}

/**
 * What both sides made of `base`, line by line. `clean` is false where they changed the same or neighbouring lines, or where the
 * texts are too large to compare; `text` is then `mine`.
 */
export function mergeText(base: string, mine: string, theirs: string): { clean: boolean; text: string } {
  const [o, a, b] = [linesOf(base), linesOf(mine), linesOf(theirs)];
  const isLarge = Math.max(o.length, a.length, b.length) > MOST_LINES;
  if (isLarge || pairs(o, a) + pairs(o, b) > MOST_PAIRS) return { clean: false, text: mine };
  const regions = diff3Merge(a, o, b, { excludeFalseConflicts: true });
  if (regions.some((region) => region.conflict !== undefined)) return { clean: false, text: mine };
  return { clean: true, text: regions.flatMap((region) => region.ok ?? []).join('') };
}
