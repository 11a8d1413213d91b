import { isMarked, lowestBit, mark, wordsFor } from './bitmap';
import { FrequentTerm } from './frequent-terms';
import { contains } from './intersect';
import type { DocList, TermList } from './term-list';

/** Beside one long list, so many others are kept apart: what is known of the long one then holds for the union as well. */
const FEW = 2048;

/** After so many questions for single modules the list is made into bits. */
const PATIENCE = 256;

/** The modules that have any reading of a word. */
export class UnionList implements DocList {
  /** The longest list, if the others add little to it. */
  readonly main: FrequentTerm | null;
  /** Then, what the others add to it. */
  readonly extras: Uint32Array;
  readonly size: number;
  readonly isQuick = true;
  #asked = 0;
  readonly #parts: Uint32Array[];
  #docs: Uint32Array | undefined;
  #words: Uint32Array | undefined;

  constructor(
    readonly lists: TermList[],
    private readonly count: number,
  ) {
    const [longest, ...others] = [...lists].sort((a, b) => b.size - a.size);
    const rest = others.reduce((sum, { size }) => sum + size, 0);
    this.main = longest instanceof FrequentTerm && rest <= FEW ? longest : null;
    const { main } = this;
    this.extras = main ? ascending(others).filter((doc) => !main.has(doc)) : new Uint32Array(0);
    this.#parts = main ? [main.docs, this.extras] : lists.map(({ docs }) => docs);
    this.size = this.#parts.reduce((sum, { length }) => sum + length, 0);
  }

  has(doc: number): boolean {
    if (this.#words) return isMarked(this.#words, doc);
    if (this.main) return this.main.has(doc) || contains(this.extras, doc);
    this.#asked += 1;
    if (this.#asked > PATIENCE) this.#words = this.#marked();
    return this.lists.some((list) => list.has(doc));
  }

  get words(): Uint32Array | null {
    if (this.size * 64 < this.count) return null;
    this.#words ??= this.#marked();
    return this.#words;
  }

  get docs(): Uint32Array {
    this.#docs ??= numbersOf(this.#marked(), this.size);
    return this.#docs;
  }

  #marked(): Uint32Array {
    const known = this.main?.words;
    const words = known ? known.slice() : wordsFor(this.count);
    for (const part of known ? [this.extras] : this.#parts) mark(words, part);
    return words;
  }
}

function numbersOf(words: Uint32Array, most: number): Uint32Array {
  const out = new Uint32Array(most);
  let found = 0;
  for (let word = 0; word < words.length; word += 1)
    for (let bits = words[word] ?? 0; bits !== 0; bits &= bits - 1) {
      out[found] = (word << 5) + lowestBit(bits);
      found += 1;
    }
  return out.subarray(0, found);
}

/** A few lists as one, ascending, without repetition. */
function ascending(lists: TermList[]): Uint32Array {
  const all = new Uint32Array(lists.reduce((sum, { size }) => sum + size, 0));
  let at = 0;
  for (const { docs } of lists) {
    all.set(docs, at);
    at += docs.length;
  }
  return distinct(all);
}

/** Sorts in place and leaves out what is there twice. */
export function distinct(numbers: Uint32Array): Uint32Array {
  numbers.sort();
  let kept = 0;
  for (let at = 0; at < numbers.length; at += 1) {
    if (at > 0 && numbers[at] === numbers[at - 1]) continue;
    numbers[kept] = numbers[at] ?? 0;
    kept += 1;
  }
  return numbers.subarray(0, kept);
}
