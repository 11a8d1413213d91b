import { FIELDS } from './lexicon';
import type { SortField } from './search-index';

const DAY_MS = 86_400_000;

/** What a word is worth by where it stands. */
const FIELD_WEIGHTS: Record<(typeof FIELDS)[number], number> = {
  name: 1,
  title: 0.9,
  tags: 0.6,
  provides: 0.5,
  owner: 0.5,
  kind: 0.35,
  summary: 0.35,
  readme: 0.12,
};
/** A word that stands in several places is worth its best place, and this share of the others. */
const ALSO = 0.15;

/** The worth of a word for every combination of places. */
export const MASK_WEIGHTS = Float32Array.from({ length: 1 << FIELDS.length }, (_, mask) => {
  const weights = FIELDS.flatMap((field, bit) => ((mask >> bit) & 1 ? [FIELD_WEIGHTS[field]] : []));
  const best = Math.max(0, ...weights);
  return best + ALSO * (weights.reduce((sum, weight) => sum + weight, 0) - best);
});

/**
 * How telling a word is: ln(1 + N/df), the inverse document frequency (Spärck Jones 1972), from `count` modules of which `having`
 * have it.
 */
export const idf = (count: number, having: number): number => Math.log1p(count / Math.max(1, having));

/**
 * Popularity and freshness, 0 to 1: 0.45·ln(1+downloads)/ln(10⁶) + 0.35·ln(1+stars)/ln(10⁵) + 0.2·2^(−days since update/180),
 * each share at most its factor. Logarithms, because the hundredth star says more than the ten-thousandth.
 */
export function qualityOf(values: Record<SortField, number>, now: number): number {
  const share = (value: number, most: number) => Math.min(1, Math.log1p(Math.max(0, value)) / Math.log(most));
  const days = Math.max(0, (now - values.updated) / DAY_MS);
  return 0.45 * share(values.downloads, 1e6) + 0.35 * share(values.stars, 1e5) + 0.2 * 2 ** (-days / 180);
}

/** What popularity and freshness add at most, as a share of how well the words fit. */
export const QUALITY_SHARE = 0.35;
/** What being called exactly so adds: more than anything else can come to. */
const EXACT_NAME = 4;

/**
 * relevance = fit·(1 + 0.35·quality) + 4 if the name is exactly the query, where fit = Σ idf·match·place / Σ idf over the words
 * of the query: place from MASK_WEIGHTS, match 1 for the word or its stem, less for a beginning or a misspelling.
 */
export const relevance = (fit: number, quality: number, isExactName: boolean): number =>
  fit * (1 + QUALITY_SHARE * quality) + (isExactName ? EXACT_NAME + quality : 0);
