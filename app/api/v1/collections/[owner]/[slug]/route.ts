import { deleteCollection, updateCollection } from '@/lib/collections/commands';
import { getCollection } from '@/lib/collections/queries';
import { DomainError } from '@/lib/errors';
import { route } from '@/lib/http/api-route';
import * as operations from '@/lib/http/operations/collections';

export const GET = route(operations.getCollection, async ({ params, actor }) => {
  const collection = await getCollection(params.owner, params.slug, actor);
  if (!collection) throw new DomainError('not_found');
  return collection;
});

export const PATCH = route(operations.updateCollection, async ({ params, actor, body }) => {
  if (params.owner !== actor.username) throw new DomainError('not_found');
  return updateCollection({ slug: params.slug, ...body }, actor);
});

export const DELETE = route(operations.deleteCollection, async ({ params, actor }) => {
  if (params.owner !== actor.username) throw new DomainError('not_found');
  await deleteCollection({ slug: params.slug }, actor);
});

export { methodNotAllowed as POST, methodNotAllowed as PUT } from '@/lib/http/method-not-allowed';
