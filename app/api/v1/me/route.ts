import { getAccount } from '@/lib/accounts/queries';
import { apiOwnRead } from '@/lib/http/api-route';

export const GET = apiOwnRead(async ({ actor }) => ({
  ...(await getAccount(actor.username)),
  username: actor.username,
  scopes: actor.scopes,
}));
