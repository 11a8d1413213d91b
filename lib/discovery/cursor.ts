import { createHash } from 'node:crypto';
import { z } from 'zod';
import { DomainError } from '@/lib/errors';
import type { Position, Step } from './search/search-index';

/**
 * Where a page ended: the stretch of the list, the value that it is ordered by there, the id that breaks ties, and which
 * way to go. `l` names the list that the cursor belongs to, so that it cannot be carried to another one.
 */
const cursorSchema = z.strictObject({
  l: z.string().max(32),
  s: z.number().int().min(0).max(9),
  v: z.number(),
  i: z.string().regex(/^[0-9a-f]{24}$/),
  b: z.literal(1).exactOptional(),
});

/** Names a list by what it asks for and how it is ordered. */
export const listId = (query: unknown): string =>
  createHash('sha256').update(JSON.stringify(query)).digest('base64url').slice(0, 12);

export function encodeCursor(list: string, from: Position, backwards: boolean): string {
  const cursor = { l: list, s: from.stretch, v: from.value, i: from.id, ...(backwards ? { b: 1 } : {}) };
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/** Throws `invalid_cursor` for anything that was not issued for this very list. */
export function decodeCursor(text: string, list: string): Step {
  try {
    const { l, s, v, i, b } = cursorSchema.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
    if (l === list) return { from: { stretch: s, value: v, id: i }, backwards: b === 1 };
  } catch {
    // Falls through to the one refusal.
  }
  throw new DomainError('invalid_cursor', {}, { fields: [{ path: 'cursor', message: 'Not a cursor of this list.' }] });
}
