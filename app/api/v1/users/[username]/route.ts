import { getProfile } from '@/lib/discovery/queries';
import { DomainError } from '@/lib/errors';
import { apiRead } from '@/lib/http/api-route';

export const GET = apiRead<{ username: string }>(async ({ params }) => {
  const profile = await getProfile(params.username);
  if (!profile) throw new DomainError('not_found');
  return { ...profile.account, modules: profile.modules, collections: profile.collections };
});
