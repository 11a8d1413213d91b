import { deleteCollection, updateCollection } from '@/lib/collections/commands';
import { getCollection } from '@/lib/collections/queries';
import { patchCollectionSchema } from '@/lib/collections/schema';
import { DomainError } from '@/lib/errors';
import { apiRead, apiWrite, noContent } from '@/lib/http/api-route';
import { parseBody } from '@/lib/http/input';

type Params = { owner: string; slug: string };

export const GET = apiRead<Params>(async ({ params, actor }) => {
  const collection = await getCollection(params.owner, params.slug, actor);
  if (!collection) throw new DomainError('not_found');
  return collection;
});

export const PATCH = apiWrite<Params>('manage', async ({ request, params, actor }) => {
  if (params.owner !== actor.username) throw new DomainError('not_found');
  const changes = await parseBody(request, patchCollectionSchema);
  return updateCollection({ slug: params.slug, ...changes }, actor);
});

export const DELETE = apiWrite<Params>('manage', async ({ params, actor }) => {
  if (params.owner !== actor.username) throw new DomainError('not_found');
  await deleteCollection({ slug: params.slug }, actor);
  return noContent();
});
