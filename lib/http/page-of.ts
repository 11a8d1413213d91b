import { z } from 'zod';
import { DomainError } from '@/lib/errors';
import type { Page } from '@/types/module';

/** `?limit=` and `?cursor=` of lists that are short enough to be cut from memory. */
export const pageSchema = z.strictObject({
  limit: z.coerce.number().int('A whole number.').min(1, 'From 1 to 100.').max(100, 'From 1 to 100.').default(24),
  cursor: z.string().min(1).max(512).optional(),
});
type PageInput = z.output<typeof pageSchema>;

/** One page of a list whose items have a unique key; the cursor names the last item seen. Throws `invalid_cursor`. */
export function pageOf<T>(all: T[], { limit, cursor }: PageInput, keyOf: (item: T) => string): Page<T> {
  const seen = cursor === undefined ? -1 : all.findIndex((item) => encode(keyOf(item)) === cursor);
  if (cursor !== undefined && seen < 0)
    throw new DomainError(
      'invalid_cursor',
      {},
      { fields: [{ path: 'cursor', message: 'Not a cursor of this list.' }] },
    );
  const items = all.slice(seen + 1, seen + 1 + limit);
  const last = items.at(-1);
  return { items, nextCursor: last && seen + 1 + limit < all.length ? encode(keyOf(last)) : null };
}

const encode = (key: string) => Buffer.from(key).toString('base64url');
