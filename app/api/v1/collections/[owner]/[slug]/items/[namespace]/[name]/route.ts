import { addToCollection, removeFromCollection } from '@/lib/collections/commands';
import { DomainError } from '@/lib/errors';
import { route } from '@/lib/http/api-route';
import * as operations from '@/lib/http/operations/collections';

export const PUT = route(operations.addToCollection, async ({ params, actor, body }) => {
  const { owner, ...item } = params;
  if (owner !== actor.username) throw new DomainError('not_found');
  await addToCollection({ ...item, note: body?.note ?? '' }, actor);
});

export const DELETE = route(operations.removeFromCollection, async ({ params, actor }) => {
  const { owner, ...item } = params;
  if (owner !== actor.username) throw new DomainError('not_found');
  await removeFromCollection(item, actor);
});

export {
  methodNotAllowed as GET,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
} from '@/lib/http/method-not-allowed';
