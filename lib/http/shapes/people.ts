import { z } from 'zod';
import type { CollectionRef } from '@/lib/collections/commands';
import { TOKEN_SCOPES } from '@/types/actor';
import type { AccountDto, CollectionDto, CollectionSummaryDto } from '@/types/module';
import { itemShape } from './module';
import { count, exactly, pageOfShape, time } from './parts';

const visibility = z.enum(['public', 'private']);
const head = { owner: z.string(), slug: z.string(), title: z.string(), description: z.string(), visibility };

export const collectionShape = exactly<CollectionDto>()(
  z.object({ ...head, items: z.array(z.object({ module: itemShape, note: z.string() })), updatedAt: time }),
).meta({ id: 'Collection' });

const summaryShape = exactly<CollectionSummaryDto>()(z.object({ ...head, count, updatedAt: time })).meta({
  id: 'CollectionSummary',
});
export const collectionPageShape = pageOfShape(summaryShape).meta({ id: 'CollectionPage' });

export const collectionRefShape = exactly<CollectionRef>()(z.object({ owner: z.string(), slug: z.string() })).meta({
  id: 'CollectionName',
});

export const collectionManifestShape = z
  .object({
    schemaVersion: z.literal(1),
    name: z.string(),
    version: z
      .string()
      .meta({ description: 'Follows the moment of the last change, so that a newer list has a higher one.' }),
    kind: z.literal('bundle'),
    title: z.string(),
    summary: z.string(),
    license: z.string(),
    files: z.array(z.never()),
    bundle: z.object({ modules: z.array(z.object({ ref: z.string(), range: z.string() })) }),
  })
  .meta({ id: 'CollectionManifest', description: 'The collection as a bundle that can be installed.' });

const account = exactly<AccountDto>()(
  z.object({ username: z.string(), displayName: z.string(), bio: z.string(), joinedAt: time }),
);

export const profileShape = account
  .extend({ modules: z.array(itemShape), collections: z.array(summaryShape) })
  .meta({ id: 'Profile', description: 'A person with their public modules and collections, at most 100 of each.' });

export const meShape = account
  .extend({ scopes: z.array(z.enum(TOKEN_SCOPES)).meta({ description: 'What this token may do.' }) })
  .meta({ id: 'Me' });
