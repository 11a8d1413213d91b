import { isMarked, mark, wordsFor } from './bitmap';
import { breathe } from './breathe';
import type { FacetRecords } from './facet-records';
import { type FrequentTerm, frequentTerms } from './frequent-terms';
import { HashTable, hashOf } from './hash-table';
import type { Labels } from './labels';
import { SORT_FIELDS, type SortField } from './search-index';
import { compareIds, descendingOrder } from './sort-order';
import { TermList } from './term-list';

/** Putting fewer modules than this in order takes no time worth a pause. */
const LARGE = 10_000;
const NONE = new TermList(new Uint32Array(0), new Uint8Array(0));

export type SegmentParts = {
  /** Three integers a module. */
  ids: Uint32Array;
  values: Record<SortField, Float64Array>;
  /** Popularity and freshness, 0 to 1. */
  quality: Float32Array;
  nameHashes: Float64Array;
  terms: Uint32Array;
  /** Where each term's postings begin; one more than there are terms. */
  offsets: Uint32Array;
  docs: Uint32Array;
  masks: Uint8Array;
  facets: FacetRecords;
  labels: Labels;
};

/** The id as three integers. */
export const idParts = (id: string): [number, number, number] => [
  Number.parseInt(id.slice(0, 8), 16),
  Number.parseInt(id.slice(8, 16), 16),
  Number.parseInt(id.slice(16, 24), 16),
];
const keyOfId = (middle: number, last: number) => (middle >>> 11) * 4_294_967_296 + last;
const hex = (part: number) => part.toString(16).padStart(8, '0');

/**
 * An unchanging part of the index. Modules are numbered by trend, the liveliest first, so that a posting list read from its
 * beginning is in that order already. Only removal is possible: a changed module is removed here and added to a newer segment.
 */
export class Segment {
  readonly count: number;
  live: number;
  /** A bit for each module that was removed, and all of them in the order in which they were. */
  readonly removed: Uint32Array;
  readonly #removals: number[] = [];
  readonly #byId: HashTable;
  readonly #byName: HashTable;
  /** Of each facet value, how many modules were removed. */
  readonly #removedFacets = new Map<number, number>();
  readonly #orders = new Map<SortField, Uint32Array>();
  #frequent = new Map<number, FrequentTerm>();

  constructor(readonly parts: SegmentParts) {
    this.count = parts.quality.length;
    this.live = this.count;
    this.removed = wordsFor(this.count);
    this.#byId = new HashTable(this.count);
    this.#byName = new HashTable(this.count);
    for (let doc = 0; doc < this.count; doc += 1) {
      this.#byId.add(keyOfId(parts.ids[3 * doc + 1] ?? 0, parts.ids[3 * doc + 2] ?? 0), doc);
      this.#byName.add(parts.nameHashes[doc] ?? 0, doc);
    }
  }

  isLive(doc: number): boolean {
    return !isMarked(this.removed, doc);
  }

  idOf(doc: number): string {
    const { ids } = this.parts;
    return hex(ids[3 * doc] ?? 0) + hex(ids[3 * doc + 1] ?? 0) + hex(ids[3 * doc + 2] ?? 0);
  }

  /** The number of a module that is still here, or -1. */
  docOf(id: string): number {
    const wanted = Uint32Array.from(idParts(id));
    for (const doc of this.#byId.find(keyOfId(wanted[1] ?? 0, wanted[2] ?? 0)))
      if (this.isLive(doc) && compareIds(this.parts.ids, doc, wanted, 0) === 0) return doc;
    return -1;
  }

  /** Modules of exactly this name, as words separated by blanks. */
  named(name: string): number[] {
    return [...this.#byName.find(hashOf(name))].filter((doc) => this.isLive(doc));
  }

  remove(doc: number): void {
    if (!this.isLive(doc)) return;
    mark(this.removed, Uint32Array.of(doc));
    this.#removals.push(doc);
    this.live -= 1;
    for (const facet of this.facetsOf(doc)) this.#removedFacets.set(facet, (this.#removedFacets.get(facet) ?? 0) + 1);
  }

  /** How many modules of a frequent term are still here. */
  liveOf(term: FrequentTerm): number {
    return term.live(this.#removals, (doc) => this.facetsOf(doc));
  }

  /** How many modules that are still here have a facet value. */
  countOf(term: number, number: number): number {
    return this.list(term).size - (this.#removedFacets.get(number) ?? 0);
  }

  list(term: number): TermList {
    const frequent = this.#frequent.get(term);
    if (frequent) return frequent;
    const { terms, offsets, docs, masks } = this.parts;
    let [low, high] = [0, terms.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((terms[middle] ?? 0) < term) low = middle + 1;
      else high = middle;
    }
    if (terms[low] !== term) return NONE;
    const [from, to] = [offsets[low] ?? 0, offsets[low + 1] ?? 0];
    return new TermList(docs.subarray(from, to), masks.subarray(from, to));
  }

  /** Modules by the values of a field and then by id, both descending. */
  order(field: SortField): Uint32Array {
    const known = this.#orders.get(field);
    if (known) return known;
    const order = descendingOrder(this.parts.values[field], this.parts.ids);
    this.#orders.set(field, order);
    return order;
  }

  /** The least and the largest value of a field. */
  extremes(field: SortField): { least: number; largest: number } {
    const [values, order] = [this.parts.values[field], this.order(field)];
    return { least: values[order[order.length - 1] ?? 0] ?? 0, largest: values[order[0] ?? 0] ?? 0 };
  }

  /** Works out every order and what is known of frequent terms, so that no request has to. */
  async prepare(): Promise<void> {
    for (const field of SORT_FIELDS) {
      this.order(field);
      if (this.count > LARGE) await breathe();
    }
    this.#frequent = await frequentTerms(this.parts);
  }

  /** The numbers of a module's facet values. */
  facetsOf(doc: number): Uint32Array {
    return this.parts.facets.of(doc);
  }
}
