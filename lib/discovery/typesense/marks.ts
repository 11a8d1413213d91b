import { z } from 'zod';
import type { TypesenseClient } from './client';
import { MARKS } from './collection';

/** How far a collection has followed the database: it is still being filled in the order of ids, or follows changes by moment and id. */
const markSchema = z.discriminatedUnion('phase', [
  z.object({ phase: z.literal('filling'), after: z.string(), since: z.number() }),
  z.object({ phase: z.literal('following'), at: z.number(), after: z.string() }),
]);
export type Mark = z.infer<typeof markSchema>;

const documents = `/collections/${MARKS.name}/documents`;

/** Null for a collection that nothing is known of. */
export async function readMark(client: TypesenseClient, collection: string): Promise<Mark | null> {
  const found = await client.manage<unknown>('GET', `${documents}/${collection}`);
  return markSchema.safeParse(found).data ?? null;
}

export async function saveMark(client: TypesenseClient, collection: string, mark: Mark): Promise<void> {
  await client.manage('POST', `${documents}?action=upsert`, { id: collection, ...mark });
}
