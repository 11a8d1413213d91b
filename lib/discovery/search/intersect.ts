import { bitsOf, bitsOfFour, isMarked, lowestBit } from './bitmap';
import type { DocList } from './term-list';

/** The first place from `from` on whose value is at least `wanted`: steps that double, then halves. */
export function seek(list: Uint32Array, from: number, wanted: number): number {
  let [low, step] = [from, 1];
  while (low + step < list.length && (list[low + step] ?? 0) < wanted) {
    low += step;
    step *= 2;
  }
  let high = Math.min(list.length, low + step + 1);
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

export const contains = (list: Uint32Array, value: number): boolean => list[seek(list, 0, value)] === value;

/** What is looked for in common lists: numbers below `count` that are not struck out and are accepted. */
export type Among = { count: number; removed: Uint32Array; accept: ((doc: number) => boolean) | null };

/**
 * Numbers that ascending lists have in common. The first ones go to `out`; the others are only counted, up to `most`. Returns how
 * many there are, or `most`. Long lists are joined 32 numbers at a time; otherwise the shortest leads.
 */
export function intersect(all: DocList[], among: Among, out: Uint32Array, most: number): number {
  const lists = [...all].sort((a, b) => a.size - b.size);
  // Beside a short list, the others need not be made into bits.
  if (among.accept || lists[0]?.words === null) return byNumbers(lists, among, out, most);
  const words = lists.flatMap((list) => list.words ?? []);
  return words.length === lists.length ? byWords(words, among, out, most) : byNumbers(lists, among, out, most);
}

/** The shortest two lists come first: they alone rule out most words. */
function byWords([first, second, ...others]: Uint32Array[], among: Among, out: Uint32Array, most: number): number {
  const { removed } = among;
  const [one, two] = [first ?? everyOf(among), second ?? first ?? everyOf(among)];
  let [found, word] = [0, 0];
  for (; found < out.length; word += 1) {
    word = nextShared(one, two, word);
    if (word === removed.length) break;
    let bits = (one[word] ?? 0) & (two[word] ?? 0) & ~(removed[word] ?? 0);
    for (const other of others) bits &= other[word] ?? 0;
    for (; bits !== 0; bits &= bits - 1) {
      if (found < out.length) out[found] = (word << 5) + lowestBit(bits);
      found += 1;
    }
  }
  // The rest is only counted; of two lists, four words at a time.
  for (; others.length === 0 && word + 4 <= removed.length && found < most; word += 4)
    found += bitsOfFour(
      (one[word] ?? 0) & (two[word] ?? 0) & ~(removed[word] ?? 0),
      (one[word + 1] ?? 0) & (two[word + 1] ?? 0) & ~(removed[word + 1] ?? 0),
      (one[word + 2] ?? 0) & (two[word + 2] ?? 0) & ~(removed[word + 2] ?? 0),
      (one[word + 3] ?? 0) & (two[word + 3] ?? 0) & ~(removed[word + 3] ?? 0),
    );
  for (; word < removed.length && found < most; word += 1) {
    let bits = (one[word] ?? 0) & (two[word] ?? 0);
    if (bits === 0) continue;
    bits &= ~(removed[word] ?? 0);
    for (const other of others) bits &= other[word] ?? 0;
    found += bitsOf(bits);
  }
  return Math.min(found, most);
}

/** From a word on, the first in which both have a bit in common; their end when there is none. */
function nextShared(one: Uint32Array, two: Uint32Array, from: number): number {
  const end = one.length;
  let word = from;
  while (
    word + 4 <= end &&
    (((one[word] ?? 0) & (two[word] ?? 0)) |
      ((one[word + 1] ?? 0) & (two[word + 1] ?? 0)) |
      ((one[word + 2] ?? 0) & (two[word + 2] ?? 0)) |
      ((one[word + 3] ?? 0) & (two[word + 3] ?? 0))) ===
      0
  )
    word += 4;
  while (word < end && ((one[word] ?? 0) & (two[word] ?? 0)) === 0) word += 1;
  return word;
}

/** As bits, every number that there is. */
function everyOf({ count, removed }: Among): Uint32Array {
  const every = new Uint32Array(removed.length).fill(0xffffffff);
  if ((count & 31) !== 0) every[every.length - 1] = (1 << (count & 31)) - 1;
  return every;
}

/** The shortest list leads. */
function byNumbers([lead, ...others]: DocList[], among: Among, out: Uint32Array, most: number): number {
  const { count, removed, accept } = among;
  const docs = lead?.docs;
  const places = new Uint32Array(others.length);
  const length = docs?.length ?? count;
  let found = 0;
  next: for (let at = 0; at < length && found < most; at += 1) {
    const value = docs ? (docs[at] ?? 0) : at;
    if (isMarked(removed, value)) continue;
    for (let other = 0; other < others.length; other += 1) {
      const list = others[other] as DocList;
      if (list.isQuick) {
        if (!list.has(value)) continue next;
        continue;
      }
      const place = seek(list.docs, places[other] ?? 0, value);
      places[other] = place;
      if (place === list.docs.length) return found;
      if (list.docs[place] !== value) continue next;
    }
    if (accept && !accept(value)) continue;
    if (found < out.length) out[found] = value;
    found += 1;
  }
  return found;
}
