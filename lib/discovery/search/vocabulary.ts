import { stemmer } from 'stemmer';
import { editDistance, forgivenEdits } from './edit-distance';
import { bytes, integers } from './growing-array';

const LATIN = /^[a-z]{3,}$/;
/** Adding more words than this at once is cheaper by sorting anew. */
const FEW = 256;

const stemOf = (word: string) => (LATIN.test(word) ? stemmer(word) : word);

/** Which letters a word has, one bit each, so that most words are ruled out without looking at their letters. */
function lettersOf(word: string): number {
  let mask = 0;
  for (let index = 0; index < word.length; index += 1) {
    const code = word.charCodeAt(index) - 97;
    mask |= 1 << (code >= 0 && code < 26 ? code : 26 + (word.charCodeAt(index) & 3));
  }
  return mask >>> 0;
}

function bitsOf(mask: number): number {
  let bits = mask - ((mask >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/**
 * Every word as it was written, by what it is looked up: beginnings by a sorted list, misspellings by a scan over one integer
 * a word. A word leads to its term, which it shares with all words of its stem.
 */
export class Vocabulary {
  readonly #ids = new Map<string, number>();
  readonly #words: string[] = [];
  readonly #terms = integers();
  readonly #letters = integers();
  readonly #lengths = bytes();
  readonly #reversed: string[] = [];
  /** Ids in the order of their words, and of their words read from the end; the newest may still be missing. */
  #sorted: number[] = [];
  #sortedByEnd: number[] = [];

  constructor(
    private readonly termOf: (stem: string) => number,
    private readonly knownTerm: (stem: string) => number | null,
  ) {}

  /** The term of a word, made if it is new. */
  add(word: string): number {
    const known = this.#ids.get(word);
    if (known !== undefined) return this.#terms.at(known);
    const term = this.termOf(stemOf(word));
    this.#ids.set(word, this.#words.length);
    this.#words.push(word);
    this.#terms.push(term);
    this.#letters.push(lettersOf(word));
    this.#lengths.push(Math.min(255, word.length));
    this.#reversed.push(reversed(word));
    return term;
  }

  /** The term of a word, or of any word with its stem; null if there is none. */
  find(word: string): number | null {
    const id = this.#ids.get(word);
    return id === undefined ? this.knownTerm(stemOf(word)) : this.#terms.at(id);
  }

  /** The terms of all words that begin so. */
  beginningWith(prefix: string): Set<number> {
    this.sort();
    const found = new Set<number>();
    for (let at = lowerBound(this.#sorted, this.#words, prefix); at < this.#sorted.length; at += 1) {
      const id = this.#sorted[at] ?? 0;
      if (!this.#words[id]?.startsWith(prefix)) break;
      found.add(this.#terms.at(id));
    }
    return found;
  }

  /**
   * Words that a misspelt one may stand for, with their distance; only those of the least distance. Of words cut into one more
   * part than there are errors one part is whole: mostly the first or the last, where sorted lists help. Only when that finds
   * nothing, all words are looked at.
   */
  near(word: string): Near[] {
    const most = forgivenEdits(word.length);
    if (most === 0 || /\d/.test(word)) return [];
    this.sort();
    const part = Math.floor(word.length / (most + 1));
    const found = this.#nearest(word, most, this.#ends(word, part));
    return found.length > 0 ? found : this.#nearest(word, most, null);
  }

  /** Words that begin or end as a word does. */
  #ends(word: string, part: number): number[] {
    const [start, end] = [word.slice(0, part), reversed(word).slice(0, part)];
    const ids: number[] = [];
    for (let at = lowerBound(this.#sorted, this.#words, start); at < this.#sorted.length; at += 1) {
      const id = this.#sorted[at] ?? 0;
      if (!this.#words[id]?.startsWith(start)) break;
      ids.push(id);
    }
    for (let at = lowerBound(this.#sortedByEnd, this.#reversed, end); at < this.#sortedByEnd.length; at += 1) {
      const id = this.#sortedByEnd[at] ?? 0;
      if (!this.#reversed[id]?.startsWith(end)) break;
      if (!this.#words[id]?.startsWith(start)) ids.push(id);
    }
    return ids;
  }

  /** Of these words, or of all, the nearest ones. */
  #nearest(word: string, forgiven: number, ids: number[] | null): Near[] {
    const letters = lettersOf(word);
    const [all, lengths] = [this.#letters.view(), this.#lengths.view()];
    const count = ids?.length ?? this.#words.length;
    let [most, found] = [forgiven, [] as Near[]];
    for (let at = 0; at < count; at += 1) {
      const id = ids ? (ids[at] ?? 0) : at;
      const length = lengths[id] ?? 0;
      if (length < 3 || Math.abs(length - word.length) > most) continue;
      if (bitsOf((all[id] ?? 0) ^ letters) > 2 * most) continue;
      const candidate = this.#words[id] ?? '';
      const distance = editDistance(word, candidate, most);
      if (distance > most || distance === 0) continue;
      if (distance < most) found = found.filter((other) => other.distance <= distance);
      most = distance;
      found.push({ word: candidate, term: this.#terms.at(id), distance });
    }
    return found;
  }

  /** Brings the sorted lists up to date; a first time with many words is slow, and better done before anybody asks. */
  sort(): void {
    const missing = this.#words.length - this.#sorted.length;
    if (missing === 0) return;
    if (missing <= FEW) {
      for (let id = this.#words.length - missing; id < this.#words.length; id += 1) {
        this.#sorted.splice(lowerBound(this.#sorted, this.#words, this.#words[id] ?? ''), 0, id);
        this.#sortedByEnd.splice(lowerBound(this.#sortedByEnd, this.#reversed, this.#reversed[id] ?? ''), 0, id);
      }
      return;
    }
    this.#sorted = sortedIds(this.#words);
    this.#sortedByEnd = sortedIds(this.#reversed);
  }
}

export type Near = { word: string; term: number; distance: number };

const reversed = (word: string) => [...word].reverse().join('');

const sortedIds = (words: string[]): number[] =>
  words.map((_, id) => id).sort((a, b) => ((words[a] ?? '') < (words[b] ?? '') ? -1 : 1));

/** The first place of a sorted list whose word is not less than `wanted`. */
function lowerBound(sorted: number[], words: string[], wanted: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[sorted[middle] ?? 0] ?? '') < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
