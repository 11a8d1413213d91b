import { words } from '@/lib/utils/words';
import type { SearchQuery } from './search-index';

const MOST_WORDS = 8;

/** What an empty list could do without, by name: each filter, each range, each word, or all of the words. */
export function looserQueries(query: SearchQuery): { without: string; query: SearchQuery }[] {
  const asked = words(query.text);
  const { stars: _stars, ...anyStars } = query;
  const { updated: _updated, ...anyTime } = query;
  const has = (isSo: boolean, without: string, looser: SearchQuery) => (isSo ? [{ without, query: looser }] : []);
  return [
    ...query.filters.map((filter) => ({
      without: filter.slice(0, filter.indexOf(':')),
      query: { ...query, filters: query.filters.filter((other) => other !== filter) },
    })),
    ...has(query.stars !== undefined, 'stars', anyStars),
    ...has(query.updated !== undefined, 'updated', anyTime),
    ...(asked.length > 1 && asked.length <= MOST_WORDS ? asked : []).map((word) => ({
      without: `word:${word}`,
      query: { ...query, text: asked.filter((other) => other !== word).join(' ') },
    })),
    ...has(asked.length > 0 && query.filters.length > 0, 'q', { ...query, text: '' }),
  ];
}
