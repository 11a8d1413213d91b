/** How many bits of a 32-bit word are set. */
export function bitsOf(word: number): number {
  return Math.imul(inEights(inFours(inPairs(word))), 0x01010101) >>> 24;
}

/** Sums of neighbouring pairs of bits, and of neighbouring fours: the first two steps of `bitsOf`. */
const inPairs = (word: number): number => word - ((word >>> 1) & 0x55555555);
const inFours = (pairs: number): number => (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
const inEights = (fours: number): number => (fours & 0x0f0f0f0f) + ((fours >>> 4) & 0x0f0f0f0f);

/** How many bits of four words are set, which takes half of what counting each does. */
export function bitsOfFour(a: number, b: number, c: number, d: number): number {
  const one = inFours(inPairs(a)) + inFours(inPairs(b));
  const two = inFours(inPairs(c)) + inFours(inPairs(d));
  return Math.imul(inEights(one) + inEights(two), 0x01010101) >>> 24;
}

/** The place of the lowest bit that is set. */
export const lowestBit = (word: number): number => 31 - Math.clz32(word & -word);

export const wordsFor = (count: number): Uint32Array<ArrayBuffer> => new Uint32Array((count + 31) >>> 5);

/** Sets the bits of these numbers. */
export function mark(words: Uint32Array, numbers: Uint32Array): void {
  for (let at = 0; at < numbers.length; at += 1) {
    const value = numbers[at] ?? 0;
    words[value >>> 5] = (words[value >>> 5] ?? 0) | (1 << (value & 31));
  }
}

export const isMarked = (words: Uint32Array, value: number): boolean =>
  (((words[value >>> 5] ?? 0) >>> (value & 31)) & 1) === 1;

/** Words between two counts that are kept: a place is found by looking at two words on average. */
const STEP = 4;

/** An ascending list as bits. Unlike the list it says at once whether a number is in it, and at which place. */
export class Bitmap {
  readonly words: Uint32Array;
  /** How many numbers lie before every fourth word. */
  readonly #before: Uint32Array;

  constructor(numbers: Uint32Array, count: number) {
    this.words = wordsFor(count);
    mark(this.words, numbers);
    this.#before = new Uint32Array(Math.floor(this.words.length / STEP) + 1);
    let sum = 0;
    for (let word = 0; word < this.words.length; word += 1) {
      if (word % STEP === 0) this.#before[word / STEP] = sum;
      sum += bitsOf(this.words[word] ?? 0);
    }
  }

  has(value: number): boolean {
    return isMarked(this.words, value);
  }

  /** The place of a number in the list, or -1. */
  placeOf(value: number): number {
    const word = value >>> 5;
    const bits = this.words[word] ?? 0;
    if (((bits >>> (value & 31)) & 1) === 0) return -1;
    const step = Math.floor(word / STEP);
    let place = this.#before[step] ?? 0;
    for (let earlier = step * STEP; earlier < word; earlier += 1) place += bitsOf(this.words[earlier] ?? 0);
    return place + bitsOf(bits & ((1 << (value & 31)) - 1));
  }
}
