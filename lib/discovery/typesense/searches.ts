import type { SearchQuery } from '../search/search-index';
import { ALIAS, TEXT_WEIGHTS } from './collection';
import { numberOf } from './document';
import type { Search } from './protocol';

/** With fewer hits than this, words are also taken for misspellings. */
const FEW = 3;
/** Modules that fit about equally well stand in the order of popularity and freshness: the list is cut into so many parts. */
const BUCKETS = 10;
const NO_HIGHLIGHTS = { highlight_fields: 'none', highlight_full_fields: 'none' };

/** Words as the engine is asked for them: how it looks for them, and how far it goes for a misspelt one. */
function textOf(asked: string[], fields: string[]) {
  const weights: Record<string, number> = TEXT_WEIGHTS;
  return {
    q: asked.join(' '),
    query_by: fields.join(','),
    query_by_weights: fields.map((field) => weights[field] ?? 0).join(','),
    text_match_type: 'max_weight',
    num_typos: 2,
    min_len_1typo: 4,
    min_len_2typo: 8,
    typo_tokens_threshold: FEW,
    enable_typos_for_numerical_tokens: false,
    // Of three words or more some may be missing, if nothing has all of them.
    drop_tokens_threshold: asked.length >= 3 ? 1 : 0,
  };
}

/** What a list is narrowed by. Numbers only: see `collection.ts`. */
function filterOf({ filters, stars, updated }: Pick<SearchQuery, 'filters' | 'stars' | 'updated'>): string[] {
  const range = (field: string, { from, to }: { from?: number; to?: number }) => [
    ...(from === undefined ? [] : [`${field}:>=${Math.round(from)}`]),
    ...(to === undefined ? [] : [`${field}:<=${Math.round(to)}`]),
  ];
  return [
    ...filters.map((filter) => `terms:=${numberOf(filter)}`),
    ...range('stars', stars ?? {}),
    ...range('updated', updated ?? {}),
  ];
}

/** A search for all of a list, of which `more` says the page, the order or the counts. */
export function searchFor(
  query: Pick<SearchQuery, 'filters' | 'stars' | 'updated'>,
  asked: string[],
  more: Omit<Search, 'collection' | 'q' | 'query_by'>,
  conditions: string[] = [],
): Search {
  const filter = [...filterOf(query), ...conditions].join(' && ');
  return {
    collection: ALIAS,
    ...(asked.length > 0 ? textOf(asked, Object.keys(TEXT_WEIGHTS)) : { q: '*', query_by: 'name' }),
    ...(filter ? { filter_by: filter } : {}),
    ...NO_HIGHLIGHTS,
    ...more,
  };
}

/** A search that only says how many there are. */
export const countOf = (query: SearchQuery, asked: string[], more: Record<string, number> = {}): Search =>
  searchFor(query, asked, { include_fields: 'id', per_page: 0, ...more });

/** The one of exactly that name, then by how well the words fit, and among about equals by popularity and freshness. */
export const byRelevance = (asked: string[]): string =>
  `_eval(called:=${numberOf(asked.join(' '))}):desc,_text_match(buckets: ${BUCKETS}):desc,quality:desc`;

/** Suggestions from the given fields for what was typed so far. */
export const suggestion = (asked: string[], fields: string[], isOpen: boolean, limit: number): Search => ({
  collection: ALIAS,
  ...textOf(asked, fields),
  prefix: isOpen,
  typo_tokens_threshold: 1,
  drop_tokens_threshold: 0,
  sort_by: byRelevance(asked),
  per_page: limit,
  include_fields: 'id',
  ...NO_HIGHLIGHTS,
});
