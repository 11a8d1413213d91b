/** Rows of the table, used again: a search compares thousands of words. */
let [beforeLast, last, row] = [new Uint8Array(256), new Uint8Array(256), new Uint8Array(256)];

/**
 * Optimal string alignment distance (Damerau 1964, restricted: no substring is edited twice): insertions, deletions,
 * substitutions and swaps of neighbours, each counting one. `most + 1` as soon as it is known to be larger than `most`.
 */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  if (Math.max(a.length, b.length) > 250) return a === b ? 0 : most + 1;
  for (let j = 0; j <= b.length; j += 1) last[j] = j;
  for (let i = 1; i <= a.length; i += 1) {
    row[0] = i;
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let value = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      const swapped =
        i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (swapped) value = Math.min(value, (beforeLast[j - 2] ?? 0) + 1);
      row[j] = value;
      if (value < least) least = value;
    }
    if (least > most) return most + 1;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  return Math.min(last[b.length] ?? 0, most + 1);
}

/** Edits that a word of this length forgives: one from four letters on, two from eight. */
export const forgivenEdits = (length: number): number => (length >= 8 ? 2 : length >= 4 ? 1 : 0);
