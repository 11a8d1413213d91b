import { bytes } from './growing-array';
import { FACETS } from './search-index';
import { Vocabulary } from './vocabulary';

/** Fields by weight: what a word says about a module depends on where it stands. One bit each, in this order. */
export const FIELDS = ['name', 'title', 'owner', 'tags', 'provides', 'kind', 'summary', 'readme'] as const;

/** Numbers for everything that a module is found or filtered by. A number is never given twice, and never taken back. */
export class Lexicon {
  readonly #ids = new Map<string, number>();
  readonly #names: string[] = [];
  /** Which facet a term belongs to: its place in FACETS and one, or zero. */
  readonly #facets = bytes();
  /** The terms of all facet values. The number of a value is its place here and one: zero is no value. */
  readonly facetTerms: number[] = [];
  readonly #facetNumbers = new Map<number, number>();
  readonly vocabulary = new Vocabulary(
    (stem) => this.term(`%${stem}`),
    (stem) => this.find(`%${stem}`),
  );

  get size(): number {
    return this.#names.length;
  }

  term(name: string): number {
    const known = this.#ids.get(name);
    if (known !== undefined) return known;
    const id = this.#names.length;
    this.#ids.set(name, id);
    this.#names.push(name);
    const colon = name.indexOf(':');
    const facet = colon > 0 ? FACETS.indexOf(name.slice(0, colon) as (typeof FACETS)[number]) + 1 : 0;
    this.#facets.push(facet);
    if (facet > 0) this.#facetNumbers.set(id, this.facetTerms.push(id));
    return id;
  }

  find(name: string): number | null {
    return this.#ids.get(name) ?? null;
  }

  nameOf(term: number): string {
    return this.#names[term] ?? '';
  }

  facetOf(term: number): number {
    return this.#facets.at(term);
  }

  /** The number of a term among facet values; zero for what is none, such as authors. */
  facetNumber(term: number): number {
    return this.#facetNumbers.get(term) ?? 0;
  }

  /** The term for "this word stands in name or title", made if it is new. */
  heading(word: number): number {
    return this.term(`~${this.#names[word]}`);
  }

  findHeading(word: number): number | null {
    return this.find(`~${this.#names[word]}`);
  }
}
