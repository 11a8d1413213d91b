import { getProfile } from '@/lib/discovery/queries';
import { DomainError } from '@/lib/errors';
import { route } from '@/lib/http/api-route';
import { getUser } from '@/lib/http/operations/people';

export const GET = route(getUser, async ({ params }) => {
  const profile = await getProfile(params.username);
  if (!profile) throw new DomainError('not_found');
  return { ...profile.account, modules: profile.modules, collections: profile.collections };
});

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
} from '@/lib/http/method-not-allowed';
