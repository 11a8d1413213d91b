import { queryWords } from '@/lib/modules/terms';
import type { Sort } from '@/types/module';
import type { ListModulesQuery } from './schema';

export const SORT_FIELDS = {
  trending: 'rank.trending',
  downloads: 'rank.downloads',
  stars: 'rank.stars',
  rating: 'rank.rating',
  updated: 'updatedAt',
  new: 'publishedAt',
} as const satisfies Record<Exclude<Sort, 'relevance'>, string>;
export type SortField = (typeof SORT_FIELDS)[keyof typeof SORT_FIELDS];

/** One stretch of a list: modules with all of these terms, but not with every one of those. Stretches never overlap. */
export type Phase = { all: string[]; butNotAll: string[] };
export type ListPlan = { field: SortField; phases: Phase[]; match: string[] };

const FILTERS = ['kind', 'app', 'os', 'shell', 'tag', 'license', 'author', 'appearance'] as const;

/** Filters and longer words first: MongoDB bounds the index by one term only, and those are the rarer ones. */
const rarestFirst = (terms: string[]) => [...terms].sort((a, b) => b.length - a.length);

/**
 * How a query becomes index scans. By relevance: first modules of exactly that name, then those with every word in
 * name or title, then those with the words anywhere; each stretch by trend. Other orders are a single stretch.
 */
export function planList(query: ListModulesQuery): ListPlan {
  const filters = FILTERS.flatMap((name) => (query[name] === undefined ? [] : [`${name}:${query[name]}`]));
  const asked = queryWords(query.q ?? '');
  const sort = query.sort ?? (asked.length > 0 ? 'relevance' : 'trending');
  const match = rarestFirst([...asked, ...filters]);
  const everything = match.length > 0 ? match : ['*'];
  if (sort !== 'relevance' || asked.length === 0) {
    const field = SORT_FIELDS[sort === 'relevance' ? 'trending' : sort];
    return { field, phases: [{ all: everything, butNotAll: [] }], match: everything };
  }
  const exact = `=${asked.join(' ')}`;
  const heading = rarestFirst(asked.map((word) => `~${word}`));
  return {
    field: SORT_FIELDS.trending,
    phases: [
      { all: [exact, ...filters], butNotAll: [] },
      { all: [...heading, ...filters], butNotAll: [exact] },
      { all: everything, butNotAll: heading },
    ],
    match: everything,
  };
}
