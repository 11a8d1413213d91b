import { DomainError } from '@/lib/errors';
import { COUNT_BOUND, type Hits, type Step } from '../search/search-index';
import type { Answer } from './protocol';

/** Positions of lists of words count places from the beginning; those of other lists have stretch 0. */
const STRETCH = 1;

/**
 * Which places of a list of words a page has. How well words fit is no value that a condition can name, and the engine reads words more
 * generously the fewer hits there are, so that a condition would change the list. Throws `invalid_cursor`.
 */
export function placesOf(step: Step | null, limit: number): { offset: number; limit: number } {
  if (!step) return { offset: 0, limit };
  const { stretch, value } = step.from;
  if (stretch !== STRETCH || !Number.isInteger(value) || value < 0 || value > COUNT_BOUND)
    throw new DomainError(
      'invalid_cursor',
      {},
      { fields: [{ path: 'cursor', message: 'Not a cursor of this list.' }] },
    );
  if (!step.backwards) return { offset: value, limit: Math.min(limit, COUNT_BOUND - value) };
  const offset = Math.max(0, value - limit);
  return { offset, limit: value - offset };
}

/** The page that lies at these places. The list ends where counting ends. */
export function pageAt(answer: Answer, places: { offset: number }): Hits {
  const ids = answer.hits.map(({ document }) => document.id);
  const end = places.offset + ids.length;
  const [first, last] = [ids[0], ids.at(-1)];
  const isMore = end < Math.min(answer.found, COUNT_BOUND);
  return {
    ids,
    previous: first && places.offset > 0 ? { stretch: STRETCH, value: places.offset, id: first } : null,
    next: last && isMore ? { stretch: STRETCH, value: end, id: last } : null,
  };
}
