import { getAccount } from '@/lib/accounts/queries';
import { DomainError } from '@/lib/errors';
import { route } from '@/lib/http/api-route';
import { getMe } from '@/lib/http/operations/people';

export const GET = route(getMe, async ({ actor }) => {
  const account = await getAccount(actor.username);
  if (!account) throw new DomainError('not_found');
  return { ...account, scopes: [...actor.scopes] };
});

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
} from '@/lib/http/method-not-allowed';
