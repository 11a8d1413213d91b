import { FrequentTerm } from './frequent-terms';
import { idf, MASK_WEIGHTS, relevance } from './score';
import type { Found, SegmentSearch } from './segment-search';
import type { Frequency } from './understand';
import { distinct } from './union-list';

/** Of a longer list than twice this, only those are put in order of relevance that may come first. */
export const SCORED = 128;

export type Scored = Found & {
  /** Whether these are all modules of the list. */
  isWhole: boolean;
};

/**
 * Modules of a list with their relevance: all of a short one. Of a long one, those that may come first: the best ones of each
 * word, the liveliest, the liveliest with every word in name and title, and those of exactly that name. For a single word the
 * first `most` are exactly the most relevant.
 */
export function scored(search: SegmentSearch, count: number, frequency: Frequency, most = SCORED): Scored {
  const { segment, wanted } = search;
  const exact = segment.named(wanted.exactName).filter((doc) => search.isAllowed(doc));
  const isWhole = (search.only?.size ?? search.total) <= 2 * most;
  const parts: ArrayLike<number>[] = isWhole ? [search.first(2 * most)] : likely(search, most);
  const docs = exact.length === 0 && parts.length === 1 ? (parts[0] as Uint32Array) : joined([...parts, exact]);
  const fits = fitsOf(search, docs, count, frequency);
  const names = new Set(exact);
  const { quality } = segment.parts;
  const values = Float64Array.from(docs, (doc, at) => relevance(fits[at] ?? 0, quality[doc] ?? 0, names.has(doc)));
  return { segment, docs, values, isWhole };
}

function likely(search: SegmentSearch, most: number): ArrayLike<number>[] {
  const { segment, wanted, only } = search;
  const lists = wanted.scored.flatMap(({ readings }) => readings.map(({ term }) => segment.list(term)));
  const each = only ? Math.max(most >> 3, Math.ceil(most / lists.length)) : most;
  const isWanted = only ? (doc: number) => segment.isLive(doc) : (doc: number) => search.has(doc);
  const best = lists.map((list) => (list instanceof FrequentTerm ? list.best.subarray(0, each) : list.docs));
  const wantedBest = best.map((docs) => docs.filter(isWanted));
  if (only) return wantedBest;
  return [...wantedBest, search.first(most), search.inHeadings(most)];
}

function joined(parts: ArrayLike<number>[]): Uint32Array {
  const all = new Uint32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return distinct(all);
}

/** How well the words fit each module: the share of the query's information that it has. */
function fitsOf({ segment, wanted }: SegmentSearch, docs: Uint32Array, count: number, frequency: Frequency) {
  const fits = new Float32Array(docs.length);
  const best = new Float32Array(docs.length);
  let total = 0;
  for (const { readings } of wanted.scored) {
    const weight = idf(count, Math.max(...readings.map(({ term }) => frequency(term)), 1));
    total += weight;
    best.fill(0);
    for (const { term, sure } of readings)
      segment.list(term).visit(docs, (at, mask) => {
        const fit = sure * (MASK_WEIGHTS[mask] ?? 0);
        if (fit > (best[at] ?? 0)) best[at] = fit;
      });
    for (let at = 0; at < fits.length; at += 1) fits[at] = (fits[at] ?? 0) + weight * (best[at] ?? 0);
  }
  if (total > 0) for (let at = 0; at < fits.length; at += 1) fits[at] = (fits[at] ?? 0) / total;
  return fits;
}
