import type { Lexicon } from './lexicon';
import type { Counts, SearchQuery } from './search-index';
import type { Segment } from './segment';
import { SegmentSearch, type Wanted } from './segment-search';
import { type Clause, queryWords, type Reader } from './understand';

/** How a query was read, and what it finds. */
export type Interpretation = {
  wanted: Wanted;
  searches: SegmentSearch[];
  /** Exact up to one more than `COUNT_BOUND`. */
  total: number;
  isEverything: boolean;
  spelling?: string;
  counts?: Counts;
};

type Index = { lexicon: Lexicon; reader: Reader; segments: Segment[] };
type Question = Omit<SearchQuery, 'sort'>;

/** With fewer hits than this, a query is read more generously. */
const FEW = 3;

/**
 * Reads a query: every word must fit. If that finds hardly anything, words are also taken for misspellings; then words that
 * nothing is known of are left out; then one word of three may be missing, and two of four. What fits better still comes
 * first, because every word adds to the score.
 */
export function interpret(question: Question, index: Index): Interpretation {
  const filters = question.filters.map((filter) => index.lexicon.find(filter));
  const asked = queryWords(question.text);
  // A filter value that no module has leaves nothing to find.
  if (filters.includes(null)) return conclude({ ...emptyOf(question, asked), ways: [] }, index);
  const known = filters.filter((filter) => filter !== null);
  const [only = -1, second] = known;
  const facet = second === undefined ? index.lexicon.facetNumber(only) : 0;
  const base = { ...emptyOf(question, asked), filters: known, facet };
  if (asked.length === 0) return conclude({ ...base, ways: [[]] }, index);
  const strict = read(
    base,
    asked.map((word) => index.reader.read(word)),
    index,
  );
  if (strict.total >= FEW) return strict;
  const mended = mend(base, asked, strict, index);
  const best = mended && mended.total > strict.total ? mended : strict;
  return best.total >= FEW || asked.length === 1 ? best : relax(best, mended ?? strict, index);
}

const read = (base: Wanted, clauses: Clause[], index: Index): Interpretation =>
  conclude(wantedOf(base, clauses, index), index);

/** The same with fewer words, as long as there are few hits. */
function relax(best: Interpretation, read: Interpretation, index: Index): Interpretation {
  const clauses = read.wanted.scored;
  const isPartlyUnknown = read.wanted.ways.length === 0 && clauses.length > 0;
  const steps = [
    ...(isPartlyUnknown ? [[clauses]] : []),
    ...(clauses.length >= 3 ? [without(clauses, 1)] : []),
    ...(clauses.length >= 4 ? [without(clauses, 2)] : []),
  ];
  let kept = best;
  for (const ways of steps) {
    if (kept.total >= FEW) break;
    const found = conclude({ ...read.wanted, ways }, index);
    if (found.total <= kept.total) continue;
    const spelling = isPartlyUnknown ? clauses.map(({ word, mended }) => mended ?? word).join(' ') : read.spelling;
    kept = { ...found, ...(spelling && best.total === 0 ? { spelling } : {}) };
  }
  return kept;
}

/** Every choice of clauses that leaves so many out. */
const without = (clauses: Clause[], left: number): Clause[][] =>
  left === 0
    ? [clauses]
    : clauses.flatMap((_, out) =>
        without(
          clauses.filter((_clause, at) => at !== out),
          left - 1,
        ),
      );

const emptyOf = ({ stars, updated }: Question, asked: string[]): Wanted => ({
  ways: [],
  scored: [],
  headings: null,
  exactName: asked.join(' '),
  filters: [],
  facet: 0,
  ...(stars ? { stars } : {}),
  ...(updated ? { updated } : {}),
});

const wantedOf = (base: Wanted, clauses: Clause[], { reader }: Index): Wanted => ({
  ...base,
  ways: clauses.every(({ readings }) => readings.length > 0) ? [clauses] : [],
  scored: clauses.filter(({ readings }) => readings.length > 0),
  headings: reader.inHeadings(clauses),
});

/** First only words that are not known at all are mended, then all of them. Null when there was nothing to mend. */
function mend(base: Wanted, asked: string[], strict: Interpretation, index: Index): Interpretation | null {
  const known = new Set(strict.wanted.scored.map(({ word }) => word));
  const unknown = asked.filter((word) => !known.has(word));
  let last: Interpretation | null = null;
  for (const misspelt of unknown.length > 0 ? [unknown, asked] : [asked]) {
    const clauses = asked.map((word) => (misspelt.includes(word) ? index.reader.mend(word) : index.reader.read(word)));
    if (!clauses.some(({ mended }) => mended)) continue;
    const found = read(base, clauses, index);
    const spelling = clauses.map(({ word, mended }) => mended ?? word).join(' ');
    const mended = strict.total === 0 ? { ...found, spelling } : found;
    if (mended.total > 0) return mended;
    last ??= mended;
  }
  return last;
}

function conclude(wanted: Wanted, { segments }: Index): Interpretation {
  const searches = segments.map((segment) => new SegmentSearch(segment, wanted));
  const isEverything = searches.every((search) => search.isEverything);
  const total = searches.reduce((sum, search) => sum + (isEverything ? search.segment.live : search.total), 0);
  return { wanted, searches, total, isEverything };
}
