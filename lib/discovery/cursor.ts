import { z } from 'zod';
import { DomainError } from '@/lib/errors';

/**
 * Where a page ended: the phase of the search, the value of the sort field there, and the id that breaks ties.
 * `l` names the list that the cursor belongs to, so that it cannot be carried to another one.
 */
const cursorSchema = z.strictObject({
  l: z.string().max(32),
  p: z.number().int().min(0).max(2),
  v: z.number(),
  i: z.string().regex(/^[0-9a-f]{24}$/),
});
export type Cursor = z.infer<typeof cursorSchema>;

export const encodeCursor = (cursor: Cursor): string => Buffer.from(JSON.stringify(cursor)).toString('base64url');

/** Throws `invalid_cursor` for anything that was not issued for this very list. */
export function decodeCursor(text: string, list: string): Cursor {
  try {
    const cursor = cursorSchema.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
    if (cursor.l === list) return cursor;
  } catch {
    // Falls through to the one refusal.
  }
  throw new DomainError('invalid_cursor', {}, { fields: [{ path: 'cursor', message: 'Not a cursor of this list.' }] });
}
