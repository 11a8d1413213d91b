import type { Range } from '../ranges';
import { FrequentTerm } from './frequent-terms';
import { type Among, intersect } from './intersect';
import { COUNT_BOUND, type SortField } from './search-index';
import type { Segment } from './segment';
import { type DocList, TermList } from './term-list';
import type { Clause } from './understand';
import { distinct, UnionList } from './union-list';

/** Facets of a longer list of several conditions are estimated from so many of its modules: the liveliest. */
export const FACETED = 1000;
const NONE = new Uint32Array(0);
const NO_MASKS = new Uint8Array(0);

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
  /** Where there is one filter alone, its number among facet values; otherwise zero. */
  facet: number;
  stars?: Range;
  updated?: Range;
};

/** What a module's values must be; null where every module has such values. */
function acceptOf(segment: Segment, wanted: Wanted): ((doc: number) => boolean) | null {
  const checks = (['stars', 'updated'] as const).flatMap((field) => {
    const { from = -Infinity, to = Infinity } = wanted[field] ?? {};
    const { least, largest } = segment.extremes(field);
    if (from <= least && largest <= to) return [];
    const values = segment.parts.values[field];
    return [(doc: number) => (values[doc] ?? 0) >= from && (values[doc] ?? 0) <= to];
  });
  const [only] = checks;
  return checks.length > 1 ? (doc) => checks.every((check) => check(doc)) : (only ?? null);
}

function inAll(lists: readonly DocList[], doc: number): boolean {
  for (const list of lists) if (!list.has(doc)) return false;
  return true;
}

/** One list of modules within one segment. */
export class SegmentSearch {
  readonly #among: Among;
  readonly #filters: TermList[];
  readonly #lists = new Map<Clause, DocList>();
  #ways: DocList[][] | undefined;
  /** The list, where it is nothing but the modules of one term or one word. */
  readonly only: DocList | null;
  /** Whether nothing narrows the list. */
  readonly isEverything: boolean;
  #first: Uint32Array = NONE;
  #total: number | undefined;

  /** At most one more than `bound` modules are counted. */
  constructor(
    readonly segment: Segment,
    readonly wanted: Wanted,
    private readonly bound = COUNT_BOUND,
  ) {
    this.#among = { count: segment.count, removed: segment.removed, accept: acceptOf(segment, wanted) };
    this.#filters = wanted.filters.map((term) => segment.list(term));
    const [way] = wanted.ways;
    const lists = way && wanted.ways.length === 1 && !this.#among.accept ? this.#listsOf(way) : null;
    this.only = lists?.length === 1 ? (lists[0] ?? null) : null;
    this.isEverything = lists?.length === 0;
  }

  /** How many there are, at most one more than the bound. */
  get total(): number {
    this.#total ??= Math.min(this.bound + 1, this.#count());
    return this.#total;
  }

  get isCutOff(): boolean {
    return this.total > this.bound;
  }

  /** The liveliest modules of the list, at most so many, in ascending order. */
  first(most: number): Uint32Array {
    const wanted = Math.min(most, this.total);
    // What is counted next looks at as many.
    if (this.#first.length < wanted) this.#first = this.#collect(Math.min(this.total, Math.max(most, FACETED)));
    return this.#first.subarray(0, wanted);
  }

  /** Whether a module belongs to the list. */
  has(doc: number): boolean {
    this.#ways ??= this.wanted.ways.map((way) => way.map((clause) => this.#listOf(clause)));
    // Hundreds of modules are asked for in one search: no closure for each. Words rule out most of them, so they come first.
    for (const way of this.#ways) if (inAll(way, doc)) return this.isAllowed(doc);
    return false;
  }

  /** Whether a module has everything but the words. */
  isAllowed(doc: number): boolean {
    return this.segment.isLive(doc) && (this.#among.accept?.(doc) ?? true) && inAll(this.#filters, doc);
  }

  /** Modules of the list with all words in name and title, at most so many. None where a word stands in no name and no title. */
  inHeadings(most: number): Uint32Array {
    const { headings, ways } = this.wanted;
    if (headings === null) return NONE;
    const lists = this.#listsOf(headings);
    // Who has the words in a heading has the words: a short list that is at hand leads, and nothing is gone through again.
    if (ways.length === 1 && this.total <= FACETED) lists.push(new TermList(this.first(this.total), NO_MASKS));
    return this.#common(lists, most);
  }

  /**
   * What facets are counted over: a term whose counts are known, and single modules. Of a long list these are the liveliest,
   * and each stands for so many: every module costs a look at a distant part of the memory, which the total does not.
   */
  counted(): { known: FrequentTerm | null; docs: Uint32Array; each: number } {
    const { only } = this;
    if (only instanceof FrequentTerm) {
      this.segment.liveOf(only);
      return { known: only, docs: NONE, each: 1 };
    }
    if (only instanceof UnionList && only.main) {
      this.segment.liveOf(only.main);
      return { known: only.main, docs: this.#live(only.extras), each: 1 };
    }
    const docs = this.first(FACETED);
    return { known: null, docs, each: Math.min(this.bound, this.total) / Math.max(1, docs.length) };
  }

  valued(field: SortField): Found {
    const values = this.segment.parts.values[field];
    const docs = this.first(this.total);
    return { segment: this.segment, docs, values: Float64Array.from(docs, (doc) => values[doc] ?? 0) };
  }

  #count(): number {
    const { only, segment } = this;
    const { ways } = this.wanted;
    if (only instanceof FrequentTerm) return segment.liveOf(only);
    if (only instanceof UnionList) {
      const { main } = only;
      if (main) return segment.liveOf(main) + this.#live(only.extras).length;
      if (only.lists.some((list) => list instanceof FrequentTerm && segment.liveOf(list) > this.bound))
        return this.bound + 1;
    }
    if (this.isEverything) return segment.live;
    const known = this.#known();
    if (known !== null) return known;
    if (ways.length === 1) {
      const out = new Uint32Array(FACETED);
      const total = intersect(this.#listsOf(ways[0] ?? []), this.#among, out, this.bound + 1);
      this.#first = out.subarray(0, total);
      return total;
    }
    this.#first = this.#union(this.bound + 1);
    return this.#first.length;
  }

  /** How many modules of one frequent word have one facet value, which is known in advance; null for any other list. */
  #known(): number | null {
    const { ways, facet } = this.wanted;
    const [filter] = this.#filters;
    const [way] = ways;
    if (!filter || facet === 0 || this.#among.accept || ways.length !== 1 || way?.length !== 1) return null;
    const list = this.#listOf(way[0] as Clause);
    const main = list instanceof UnionList ? list.main : list;
    if (!(main instanceof FrequentTerm)) return null;
    this.segment.liveOf(main);
    const extras = list instanceof UnionList ? this.#live(list.extras).filter((doc) => filter.has(doc)).length : 0;
    return main.facetCount(facet) + extras;
  }

  #collect(most: number): Uint32Array {
    const [way] = this.wanted.ways;
    if (!way || this.wanted.ways.length > 1) return this.#union(most);
    if (this.only instanceof UnionList && this.isCutOff) return this.#firstOf(this.only, most);
    return this.#common(this.#listsOf(way), most);
  }

  /** The first of a union lie among the first of its parts. */
  #firstOf({ lists }: UnionList, most: number): Uint32Array {
    const firsts = lists.map((list) => {
      const out = new Uint32Array(Math.min(most, list.size));
      return out.subarray(0, intersect([list], this.#among, out, out.length));
    });
    return distinct(Uint32Array.from(firsts.flatMap((first) => [...first]))).subarray(0, most);
  }

  /** The first modules that fit any of the ways. */
  #union(most: number): Uint32Array {
    return this.wanted.ways.reduce<Uint32Array>((all, way) => {
      const found = this.#common(this.#listsOf(way), most);
      const joined = new Uint32Array(all.length + found.length);
      joined.set(all);
      joined.set(found, all.length);
      return distinct(joined).subarray(0, most);
    }, NONE);
  }

  #common(lists: DocList[], most: number): Uint32Array {
    const out = new Uint32Array(most);
    return out.subarray(0, intersect(lists, this.#among, out, most));
  }

  #live(docs: Uint32Array): Uint32Array {
    return this.segment.live === this.segment.count ? docs : docs.filter((doc) => this.segment.isLive(doc));
  }

  #listsOf(way: Clause[]): DocList[] {
    return [...this.#filters, ...way.map((clause) => this.#listOf(clause))];
  }

  #listOf(clause: Clause): DocList {
    const known = this.#lists.get(clause);
    if (known) return known;
    const lists = clause.readings.map(({ term }) => this.segment.list(term)).filter(({ size }) => size > 0);
    const [one] = lists;
    const list = one && lists.length === 1 ? one : new UnionList(lists, this.segment.count);
    this.#lists.set(clause, list);
    return list;
  }
}
