import { stemmer } from 'stemmer';
import { integers } from './growing-array';
import { SortedWords } from './sorted-words';
import { Spelling } from './spelling';

const LATIN = /^[a-z]{3,}$/;

const stemOf = (word: string) => (LATIN.test(word) ? stemmer(word) : word);

export type Near = { word: string; term: number; distance: number };

/** Every word as it was written, with its term, which it shares with all words of its stem. */
export class Vocabulary {
  readonly #ids = new Map<string, number>();
  readonly #words: string[] = [];
  readonly #terms = integers();
  readonly #sorted = new SortedWords(this.#words);
  readonly #spelling = new Spelling(this.#words);

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
    return term;
  }

  /** The term of a word, or of any word with its stem; null if there is none. */
  find(word: string): number | null {
    const id = this.#ids.get(word);
    return id === undefined ? this.knownTerm(stemOf(word)) : this.#terms.at(id);
  }

  /** The terms of words that begin so; where these are many, those of the most frequent ones and the newest. */
  beginningWith(prefix: string): Set<number> {
    return new Set(this.#sorted.beginningWith(prefix).map((id) => this.#terms.at(id)));
  }

  /** Words that a misspelt one may stand for, with their distance; only those of the least distance. */
  near(word: string): Near[] {
    if (/\d/.test(word)) return [];
    return this.#spelling
      .near(word)
      .map(({ id, distance }) => ({ word: this.#words[id] ?? '', term: this.#terms.at(id), distance }));
  }

  /** Makes words that were added since findable by their beginnings and misspellings. `frequency` says in how many modules a term is. */
  async follow(frequency: (term: number) => number): Promise<void> {
    await this.#sorted.follow((id) => frequency(this.#terms.at(id)));
    await this.#spelling.follow();
  }
}
