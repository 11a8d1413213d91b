import type { ModulePage } from '@/types/module';
import type { Lexicon } from './lexicon';
import { FACETS, type Facet, MOST_VALUES } from './search-index';
import type { SegmentSearch } from './segment-search';

/** A counter for each term, all zero between two counts: a search runs in one piece, so one of them does for all. */
let tally = new Uint32Array(1024);

/** How often each facet value occurs. */
export class FacetCounts {
  readonly #counts = new Map<number, number>();

  constructor(private readonly lexicon: Lexicon) {}

  /** Counts the hits of a search, at most so many. */
  add(search: SegmentSearch, most: number): void {
    const hits = search.hits;
    if (tally.length < this.lexicon.size) tally = new Uint32Array(2 * this.lexicon.size);
    const seen: number[] = [];
    const { facetOffsets, facetTerms } = search.segment.parts;
    for (let at = 0; at < hits.length && at < most; at += 1) {
      const doc = hits[at] ?? 0;
      for (let facet = facetOffsets[doc] ?? 0; facet < (facetOffsets[doc + 1] ?? 0); facet += 1) {
        const term = facetTerms[facet] ?? 0;
        if (tally[term] === 0) seen.push(term);
        tally[term] = (tally[term] ?? 0) + 1;
      }
    }
    for (const term of seen) {
      this.set(term, (this.#counts.get(term) ?? 0) + (tally[term] ?? 0));
      tally[term] = 0;
    }
  }

  set(term: number, count: number): void {
    this.#counts.set(term, count);
  }

  /** The values of one facet, most frequent first. */
  valuesOf(facet: Facet): { value: string; count: number }[] {
    const wanted = FACETS.indexOf(facet) + 1;
    return [...this.#counts]
      .filter(([term, count]) => count > 0 && this.lexicon.facetOf(term) === wanted)
      .map(([term, count]) => ({ value: this.lexicon.nameOf(term).slice(facet.length + 1), count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
      .slice(0, MOST_VALUES);
  }

  toFacets(): ModulePage['facets'] {
    return Object.fromEntries(FACETS.map((facet) => [facet, this.valuesOf(facet)])) as ModulePage['facets'];
  }
}
