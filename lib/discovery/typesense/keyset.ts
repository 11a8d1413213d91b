import type { Hits, Position, SortField, Step } from '../search/search-index';
import { halvesOf } from './document';
import type { Answer, Search } from './protocol';

const whole = (value: number) =>
  Math.max(Number.MIN_SAFE_INTEGER, Math.min(Number.MAX_SAFE_INTEGER, Math.trunc(value)));

/** The condition that leaves what lies beyond a position in a list that is ordered by a field and then by id, both descending. */
export function beyond(field: SortField, { from, backwards }: Step): string {
  const than = backwards ? '>' : '<';
  const { idHigh, idLow } = halvesOf(from.id);
  const value = whole(from.value);
  const byId = `(idHigh:${than}${idHigh} || (idHigh:=${idHigh} && idLow:${than}${idLow}))`;
  return `(${field}:${than}${value} || (${field}:=${value} && ${byId}))`;
}

/** One page and one more, in the order of a field; backwards from the nearest on. */
export function pageParameters(
  field: SortField,
  step: Step | null,
  limit: number,
): Omit<Search, 'collection' | 'q' | 'query_by'> {
  const direction = step?.backwards ? 'asc' : 'desc';
  return {
    sort_by: [field, 'idHigh', 'idLow'].map((by) => `${by}:${direction}`).join(','),
    include_fields: `id,${field}`,
    per_page: limit + 1,
  };
}

/** The page that such a search has answered. */
export function pageOf(answer: Answer, field: SortField, step: Step | null, limit: number): Hits {
  const isMore = answer.hits.length > limit;
  const page = answer.hits.slice(0, limit);
  if (step?.backwards) page.reverse();
  const position = (at: number): Position | null => {
    const document = page.at(at)?.document;
    return document ? { stretch: 0, value: Number(document[field]), id: document.id } : null;
  };
  return {
    ids: page.map(({ document }) => document.id),
    previous: (step?.backwards ? isMore : step !== null) ? position(0) : null,
    next: step?.backwards || isMore ? position(-1) : null,
  };
}
