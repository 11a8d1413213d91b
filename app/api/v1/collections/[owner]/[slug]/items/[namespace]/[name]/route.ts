import { addToCollection, removeFromCollection } from '@/lib/collections/commands';
import { itemBodySchema } from '@/lib/collections/schema';
import { DomainError } from '@/lib/errors';
import { apiWrite, noContent } from '@/lib/http/api-route';
import { parseBody } from '@/lib/http/input';

type Params = { owner: string; slug: string; namespace: string; name: string };

export const PUT = apiWrite<Params>('manage', async ({ request, params, actor }) => {
  const { owner, ...item } = params;
  if (owner !== actor.username) throw new DomainError('not_found');
  const { note } = request.headers.get('content-type') ? await parseBody(request, itemBodySchema) : { note: '' };
  await addToCollection({ ...item, note }, actor);
  return noContent();
});

export const DELETE = apiWrite<Params>('manage', async ({ params, actor }) => {
  const { owner, ...item } = params;
  if (owner !== actor.username) throw new DomainError('not_found');
  await removeFromCollection(item, actor);
  return noContent();
});
