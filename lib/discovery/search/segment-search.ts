import type { Range } from '../ranges';
import { contains, intersect, seek } from './intersect';
import { idf, MASK_WEIGHTS, relevance } from './score';
import { COUNT_BOUND, type SortField } from './search-index';
import type { Segment } from './segment';
import type { Clause, Frequency } from './understand';

/** Of a list that is cut off so many are scored: the liveliest, and the liveliest with every word in name and title. */
const SCORED_BOUND = 2000;

/** Modules of one segment with the value that a list orders them by. */
export type Found = { segment: Segment; docs: Uint32Array; values: Float64Array };

/** What every module of a list must have. */
export type Wanted = {
  /** Ways to satisfy the words: each a set of clauses of which all must fit. One empty way without words. */
  ways: Clause[][];
  /** The clauses that add to the score. */
  scored: Clause[];
  /** The same in name and title, where that is possible. */
  headings: Clause[] | null;
  /** The words as a name would be written. */
  exactName: string;
  filters: number[];
  stars?: Range;
  updated?: Range;
};

function acceptOf(segment: Segment, { stars, updated }: Wanted): (doc: number) => boolean {
  const within =
    (values: Float64Array, { from = -Infinity, to = Infinity }: Range) =>
    (doc: number) =>
      (values[doc] ?? 0) >= from && (values[doc] ?? 0) <= to;
  const isLive = (doc: number) => segment.isLive(doc);
  const hasStars = stars ? within(segment.parts.values.stars, stars) : null;
  const isUpdated = updated ? within(segment.parts.values.updated, updated) : null;
  if (!hasStars && !isUpdated) return isLive;
  return (doc) => isLive(doc) && (hasStars?.(doc) ?? true) && (isUpdated?.(doc) ?? true);
}

/** The modules that have any reading of a word; of each reading at most `most`. */
function unionOf(segment: Segment, clause: Clause, most: number): Uint32Array {
  const lists = clause.readings
    .map(({ term }) => segment.postings(term).docs.subarray(0, most))
    .filter((list) => list.length > 0);
  const [only] = lists;
  if (lists.length <= 1) return only ?? new Uint32Array(0);
  const marks = new Uint32Array((segment.count >>> 5) + 1);
  for (const list of lists)
    for (let at = 0; at < list.length; at += 1) {
      const doc = list[at] ?? 0;
      marks[doc >>> 5] = (marks[doc >>> 5] ?? 0) | (1 << (doc & 31));
    }
  const out = new Uint32Array(lists.reduce((sum, { length }) => sum + length, 0));
  let found = 0;
  for (let word = 0; word < marks.length; word += 1)
    for (let bits = marks[word] ?? 0; bits !== 0; bits &= bits - 1) {
      out[found] = (word << 5) + 31 - Math.clz32(bits & -bits);
      found += 1;
    }
  return out.subarray(0, found);
}

/** One list of modules within one segment. */
export class SegmentSearch {
  readonly #accept: (doc: number) => boolean;
  readonly #filters: Uint32Array[];
  readonly #unions = new Map<Clause, Uint32Array>();
  #hits: Uint32Array | undefined;

  /** At most one more than `bound` modules are looked for. */
  constructor(
    readonly segment: Segment,
    private readonly wanted: Wanted,
    private readonly bound = COUNT_BOUND,
  ) {
    this.#accept = acceptOf(segment, wanted);
    this.#filters = wanted.filters.map((term) => segment.postings(term).docs);
  }

  /** The liveliest modules of the list, at most one more than are counted, in ascending order. */
  get hits(): Uint32Array {
    this.#hits ??= this.#collect();
    return this.#hits;
  }

  get isCutOff(): boolean {
    return this.hits.length > this.bound;
  }

  /** Whether a module belongs to the list. */
  has(doc: number): boolean {
    return (
      this.#accept(doc) &&
      this.#filters.every((list) => contains(list, doc)) &&
      this.wanted.ways.some((way) => way.every((clause) => contains(this.#union(clause), doc)))
    );
  }

  /**
   * Every hit with its relevance. Of a list that is cut off, also those that the cut would lose although they fit best: of
   * exactly that name, or with every word in name and title.
   */
  scored(count: number, frequency: Frequency): Found {
    const exact = this.segment.named(this.wanted.exactName).filter((doc) => this.#isAllowed(doc));
    const docs = merged(this.isCutOff ? this.#liveliest() : this.hits, exact);
    const fits = this.#fits(docs, count, frequency);
    const names = new Set(exact);
    const { quality } = this.segment.parts;
    const values = Float64Array.from(docs, (doc, at) => relevance(fits[at] ?? 0, quality[doc] ?? 0, names.has(doc)));
    return { segment: this.segment, docs, values };
  }

  valued(field: SortField): Found {
    const values = this.segment.parts.values[field];
    return { segment: this.segment, docs: this.hits, values: Float64Array.from(this.hits, (doc) => values[doc] ?? 0) };
  }

  #isAllowed(doc: number): boolean {
    return this.#accept(doc) && this.#filters.every((list) => contains(list, doc));
  }

  #liveliest(): Uint32Array {
    const { headings } = this.wanted;
    const liveliest = this.hits.subarray(0, SCORED_BOUND);
    return headings ? merged(liveliest, this.#matching(headings, SCORED_BOUND)) : liveliest;
  }

  #fits(docs: Uint32Array, count: number, frequency: Frequency): Float32Array {
    const fits = new Float32Array(docs.length);
    const best = new Float32Array(docs.length);
    let total = 0;
    for (const { readings } of this.wanted.scored) {
      const weight = idf(count, Math.max(...readings.map(({ term }) => frequency(term)), 1));
      total += weight;
      best.fill(0);
      for (const { term, sure } of readings) this.#bestOf(term, sure, docs, best);
      for (let at = 0; at < fits.length; at += 1) fits[at] = (fits[at] ?? 0) + weight * (best[at] ?? 0);
    }
    if (total > 0) for (let at = 0; at < fits.length; at += 1) fits[at] = (fits[at] ?? 0) / total;
    return fits;
  }

  /** Notes the worth of a reading where it is better than what is known. The shorter of the two lists leads. */
  #bestOf(term: number, sure: number, docs: Uint32Array, best: Float32Array): void {
    const { docs: having, masks } = this.segment.postings(term);
    const note = (at: number, place: number) => {
      const fit = sure * (MASK_WEIGHTS[masks[place] ?? 0] ?? 0);
      if (fit > (best[at] ?? 0)) best[at] = fit;
    };
    const end = seek(having, 0, (docs[docs.length - 1] ?? 0) + 1);
    if (end < docs.length) {
      for (let place = 0, at = 0; place < end; place += 1) {
        at = seek(docs, at, having[place] ?? 0);
        if (docs[at] === having[place]) note(at, place);
      }
      return;
    }
    for (let at = 0, place = 0; at < docs.length && place < end; at += 1) {
      place = seek(having, place, docs[at] ?? 0);
      if (having[place] === docs[at]) note(at, place);
    }
  }

  #union(clause: Clause, most = Number.POSITIVE_INFINITY): Uint32Array {
    const known = this.#unions.get(clause);
    if (known) return known;
    const union = unionOf(this.segment, clause, most);
    if (most === Number.POSITIVE_INFINITY) this.#unions.set(clause, union);
    return union;
  }

  /** The first modules that fit every clause and filter. Of a single word, nothing beyond the bound can be among them. */
  #matching(clauses: Clause[], bound = this.bound + 1): Uint32Array {
    const out = new Uint32Array(bound);
    const isAlone = clauses.length === 1 && this.#filters.length === 0 && this.segment.live === this.segment.count;
    const most = isAlone && !this.wanted.stars && !this.wanted.updated ? bound : undefined;
    const lists = [...this.#filters, ...clauses.map((clause) => this.#union(clause, most))];
    return out.subarray(0, intersect(lists, this.segment.count, this.#accept, out));
  }

  #collect(): Uint32Array {
    return this.wanted.ways.reduce<Uint32Array>(
      (all, way) => merged(all, this.#matching(way)).subarray(0, this.bound + 1),
      new Uint32Array(0),
    );
  }
}

/** Both lists as one, ascending, without repetition. */
function merged(a: Uint32Array, b: ArrayLike<number>): Uint32Array {
  if (b.length === 0) return a;
  if (a.length === 0 && b instanceof Uint32Array) return b;
  const all = new Uint32Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  all.sort();
  return all.filter((value, at) => at === 0 || value !== all[at - 1]);
}
