import type { ModulePage } from '@/types/module';
import type { Lexicon } from './lexicon';
import { FACETS, MOST_VALUES } from './search-index';
import type { Segment } from './segment';
import type { SegmentSearch } from './segment-search';

export type Facets = ModulePage['facets'];

/** A counter for each term, all zero between two counts: a count runs in one piece, so one of them does for all. */
let tally = new Uint32Array(1024);

/** Adds up facet terms and lists the most frequent values of each facet. */
function tallied(lexicon: Lexicon, fill: (bump: (term: number, by: number) => void) => void): Facets {
  if (tally.length < lexicon.size) tally = new Uint32Array(2 * lexicon.size);
  const seen: number[][] = FACETS.map(() => []);
  fill((term, by) => {
    if (tally[term] === 0 && by > 0) seen[lexicon.facetOf(term) - 1]?.push(term);
    tally[term] = (tally[term] ?? 0) + by;
  });
  const named = (facet: number, term: number) => lexicon.nameOf(term).slice((FACETS[facet]?.length ?? 0) + 1);
  const lists = seen.map((terms, facet) =>
    terms
      .sort((a, b) => (tally[b] ?? 0) - (tally[a] ?? 0) || (lexicon.nameOf(a) < lexicon.nameOf(b) ? -1 : 1))
      .slice(0, MOST_VALUES)
      .map((term) => ({ value: named(facet, term), count: tally[term] ?? 0 })),
  );
  for (const terms of seen) for (const term of terms) tally[term] = 0;
  return Object.fromEntries(FACETS.map((facet, at) => [facet, lists[at] ?? []])) as Facets;
}

/** How often each facet value occurs in one list. */
export function facetsOf(lexicon: Lexicon, searches: SegmentSearch[]): Facets {
  return tallied(lexicon, (bump) => {
    for (const search of searches) {
      const { known, docs } = search.counted();
      known?.facetTerms.forEach((term, at) => {
        bump(term, known.facetCounts[at] ?? 0);
      });
      const { facetOffsets, facetTerms } = search.segment.parts;
      for (let at = 0; at < docs.length; at += 1) {
        const doc = docs[at] ?? 0;
        for (let place = facetOffsets[doc] ?? 0; place < (facetOffsets[doc + 1] ?? 0); place += 1)
          bump(facetTerms[place] ?? 0, 1);
      }
    }
  });
}

/** How often each facet value occurs at all. */
export function allFacets(lexicon: Lexicon, segments: Segment[]): Facets {
  return tallied(lexicon, (bump) => {
    for (const term of lexicon.facetTerms) for (const segment of segments) bump(term, segment.countOf(term));
  });
}
