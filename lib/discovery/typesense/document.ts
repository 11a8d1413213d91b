import { createHash } from 'node:crypto';
import { qualityOf } from '../search/score';
import { FACETS, type SearchRow, SORT_FIELDS, type SortField } from '../search/search-index';
import { synonymsOf } from '../search/understand';

/** Fractions are kept to the millionth, as integers: equal values must compare as equal, which floats of 32 bits would not. */
const MILLIONTHS: ReadonlySet<SortField> = new Set(['trending', 'rating']);
const HEX_HALF = 12;

export const storedValue = (field: SortField, value: number): number =>
  Math.round(MILLIONTHS.has(field) ? value * 1e6 : value);

/** A number of 53 bits for a filter or a name. Of ten million different ones, two share theirs with a chance of one in 180. */
export const numberOf = (term: string): number =>
  Number.parseInt(createHash('sha256').update(term).digest('hex').slice(0, 14), 16) % Number.MAX_SAFE_INTEGER;

/** The two halves of an id, ordered as the id is. */
export const halvesOf = (id: string): { idHigh: number; idLow: number } => ({
  idHigh: Number.parseInt(id.slice(0, HEX_HALF), 16),
  idLow: Number.parseInt(id.slice(HEX_HALF), 16),
});

const facetsOf = (row: SearchRow) =>
  Object.fromEntries(
    FACETS.map((facet) => [
      facet,
      row.facets.filter((term) => term.startsWith(`${facet}:`)).map((term) => term.slice(facet.length + 1)),
    ]),
  );

/** Other words for those of the module: a query is then found by either, in every version of the engine. */
function otherWords(search: NonNullable<SearchRow['search']>): string {
  const own = new Set(Object.values(search).flatMap((text) => text.split(' ')));
  const others = new Set([...own].flatMap((word) => synonymsOf(word)));
  return [...others].filter((word) => !own.has(word)).join(' ');
}

export type SearchDocument = { id: string; [field: string]: unknown };

/** A module as the engine keeps it; null for one that must not be found. */
export function toDocument(row: SearchRow, now: number): SearchDocument | null {
  const { id, search, facets, values } = row;
  if (!search) return null;
  return {
    id,
    ...search,
    also: otherWords(search),
    ...facetsOf(row),
    terms: [...new Set(facets)].map(numberOf),
    called: numberOf(search.name),
    ...Object.fromEntries(SORT_FIELDS.map((field) => [field, storedValue(field, values[field])])),
    ...halvesOf(id),
    quality: Number(qualityOf(values, now).toFixed(4)),
  };
}
