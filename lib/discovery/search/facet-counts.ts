import type { ModulePage } from '@/types/module';
import type { FrequentTerm } from './frequent-terms';
import type { Lexicon } from './lexicon';
import { FACETS, MOST_VALUES } from './search-index';
import type { Segment } from './segment';
import type { SegmentSearch } from './segment-search';

export type Facets = ModulePage['facets'];

/** A counter for each term, all zero between two counts: a count runs in one piece, so one of them does for all. */
let tally = new Uint32Array(1024);

/** How often each facet value occurs in one list. */
export function facetsOf(lexicon: Lexicon, searches: SegmentSearch[]): Facets {
  const counts = counters(lexicon);
  for (const search of searches) {
    const { known, docs } = search.counted();
    if (known) addKnown(counts, known);
    addModules(counts, search.segment, docs);
  }
  return listed(lexicon);
}

/** How often each facet value occurs at all. */
export function allFacets(lexicon: Lexicon, segments: Segment[]): Facets {
  const counts = counters(lexicon);
  for (const term of lexicon.facetTerms)
    counts[term] = segments.reduce((sum, segment) => sum + segment.countOf(term), 0);
  return listed(lexicon);
}

function counters({ size }: Lexicon): Uint32Array {
  if (tally.length < size) tally = new Uint32Array(2 * size);
  return tally;
}

function addKnown(counts: Uint32Array, { facetTerms, facetCounts }: FrequentTerm): void {
  for (let at = 0; at < facetTerms.length; at += 1) {
    const term = facetTerms[at] ?? 0;
    counts[term] = (counts[term] ?? 0) + (facetCounts[at] ?? 0);
  }
}

function addModules(counts: Uint32Array, { parts: { facetOffsets, facetTerms } }: Segment, docs: Uint32Array): void {
  for (let at = 0; at < docs.length; at += 1) {
    const doc = docs[at] ?? 0;
    const to = facetOffsets[doc + 1] ?? 0;
    for (let place = facetOffsets[doc] ?? 0; place < to; place += 1) {
      const term = facetTerms[place] ?? 0;
      counts[term] = (counts[term] ?? 0) + 1;
    }
  }
}

/** The values of each facet, most frequent first. The counters are zero afterwards. */
function listed(lexicon: Lexicon): Facets {
  const found: number[][] = FACETS.map(() => []);
  for (const term of lexicon.facetTerms) if (tally[term] !== 0) found[lexicon.facetOf(term) - 1]?.push(term);
  const named = (facet: number, term: number) => lexicon.nameOf(term).slice((FACETS[facet]?.length ?? 0) + 1);
  const lists = found.map((terms, facet) =>
    terms
      .sort((a, b) => (tally[b] ?? 0) - (tally[a] ?? 0) || (lexicon.nameOf(a) < lexicon.nameOf(b) ? -1 : 1))
      .slice(0, MOST_VALUES)
      .map((term) => ({ value: named(facet, term), count: tally[term] ?? 0 })),
  );
  for (const terms of found) for (const term of terms) tally[term] = 0;
  return Object.fromEntries(FACETS.map((facet, at) => [facet, lists[at] ?? []])) as Facets;
}
