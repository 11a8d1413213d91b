import type { ModulePage } from '@/types/module';
import type { FacetRecords } from './facet-records';
import type { Lexicon } from './lexicon';
import { FACETS, MOST_VALUES } from './search-index';
import type { Segment } from './segment';
import type { SegmentSearch } from './segment-search';

export type Facets = ModulePage['facets'];

/** Counters for each facet value, all zero between two counts: a count runs in one piece, so these do for all. */
let [tally, sample] = [new Uint32Array(1024), new Uint32Array(1024)];

/** How often each facet value occurs in one list; in a long one of several conditions, an estimate. */
export function facetsOf(lexicon: Lexicon, searches: SegmentSearch[]): Facets {
  const counts = counters(lexicon);
  for (const search of searches) {
    const { known, docs, each } = search.counted();
    known?.facetNumbers.forEach((number, at) => {
      counts[number] = (counts[number] ?? 0) + (known.facetCounts[at] ?? 0);
    });
    const { facets } = search.segment.parts;
    if (each === 1) facets.add(docs, counts);
    else addSample(facets, docs, each, counts);
  }
  return listed(lexicon, counts);
}

function addSample(facets: FacetRecords, docs: Uint32Array, each: number, counts: Uint32Array): void {
  facets.add(docs, sample);
  for (let number = 1; number < facets.size; number += 1) {
    counts[number] = (counts[number] ?? 0) + Math.round((sample[number] ?? 0) * each);
    sample[number] = 0;
  }
}

/** How often each facet value occurs at all. */
export function allFacets(lexicon: Lexicon, segments: Segment[]): Facets {
  const counts = counters(lexicon);
  lexicon.facetTerms.forEach((term, at) => {
    counts[at + 1] = segments.reduce((sum, segment) => sum + segment.countOf(term, at + 1), 0);
  });
  return listed(lexicon, counts);
}

function counters({ facetTerms }: Lexicon): Uint32Array {
  const size = 2 * facetTerms.length + 2;
  if (tally.length <= facetTerms.length) [tally, sample] = [new Uint32Array(size), new Uint32Array(size)];
  return tally;
}

/** The values of each facet, most frequent first. The counters are zero afterwards. */
function listed(lexicon: Lexicon, counts: Uint32Array): Facets {
  const found: { term: number; count: number }[][] = FACETS.map(() => []);
  for (let at = 0; at < lexicon.facetTerms.length; at += 1) {
    const [term, count] = [lexicon.facetTerms[at] ?? 0, counts[at + 1] ?? 0];
    if (count > 0) found[lexicon.facetOf(term) - 1]?.push({ term, count });
    counts[at + 1] = 0;
  }
  const lists = found.map((values, facet) => {
    const colon = (FACETS[facet]?.length ?? 0) + 1;
    return values
      .sort((a, b) => b.count - a.count || (lexicon.nameOf(a.term) < lexicon.nameOf(b.term) ? -1 : 1))
      .slice(0, MOST_VALUES)
      .map(({ term, count }) => ({ value: lexicon.nameOf(term).slice(colon), count }));
  });
  return Object.fromEntries(FACETS.map((facet, at) => [facet, lists[at] ?? []])) as Facets;
}
