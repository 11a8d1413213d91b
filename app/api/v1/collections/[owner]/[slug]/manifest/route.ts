import { getCollection } from '@/lib/collections/queries';
import { DomainError } from '@/lib/errors';
import { route } from '@/lib/http/api-route';
import { getCollectionManifest } from '@/lib/http/operations/collections';

export const GET = route(getCollectionManifest, async ({ params, actor }) => {
  const collection = await getCollection(params.owner, params.slug, actor);
  if (!collection) throw new DomainError('not_found');
  return {
    schemaVersion: 1 as const,
    name: `@${collection.owner}/${collection.slug}`,
    version: `0.0.${Math.floor(Date.parse(collection.updatedAt) / 1000)}`,
    kind: 'bundle' as const,
    title: collection.title,
    summary: collection.description.slice(0, 160) || collection.title,
    license: 'CC0-1.0',
    files: [],
    bundle: {
      modules: collection.items.map(({ module }) => ({
        ref: `@${module.namespace}/${module.name}`,
        range: `^${module.version}`,
      })),
    },
  };
});

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
} from '@/lib/http/method-not-allowed';
