import { getProfile } from '@/lib/discovery/queries';
import { DomainError } from '@/lib/errors';
import { route } from '@/lib/http/api-route';
import { getUser } from '@/lib/http/operations/people';

export const GET = route(getUser, async ({ params }) => {
  const profile = await getProfile(params.username);
  if (!profile) throw new DomainError('not_found');
  return { ...profile.account, modules: profile.modules, collections: profile.collections };
});
