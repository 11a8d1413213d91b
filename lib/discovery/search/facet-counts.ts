import type { ModulePage } from '@/types/module';
import type { Lexicon } from './lexicon';
import { FACETS, MOST_VALUES } from './search-index';
import type { Segment } from './segment';
import type { SegmentSearch } from './segment-search';

export type Facets = ModulePage['facets'];

/** A counter for each facet value, all zero between two counts: a count runs in one piece, so one of them does for all. */
let tally = new Uint32Array(1024);

/** How often each facet value occurs in one list. */
export function facetsOf(lexicon: Lexicon, searches: SegmentSearch[]): Facets {
  const counts = counters(lexicon);
  for (const search of searches) {
    const { known, docs } = search.counted();
    known?.facetNumbers.forEach((number, at) => {
      counts[number] = (counts[number] ?? 0) + (known.facetCounts[at] ?? 0);
    });
    search.segment.parts.facets.add(docs, counts);
  }
  return listed(lexicon, counts);
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
  if (tally.length <= facetTerms.length) tally = new Uint32Array(2 * facetTerms.length + 2);
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
