import { ensureAccount } from '@/lib/accounts/commands';
import { actorOf } from '@/lib/accounts/queries';
import { createToken, revokeToken } from '@/lib/tokens/commands';
import type { Actor } from '@/types/actor';
import { apiClient, type Call } from './api-client';
import { PEOPLE } from './people';

type Seat = { actor: Actor; tokenId: string; call: Call };

async function openSeat(appUrl: string, person: (typeof PEOPLE)[number]): Promise<Seat> {
  const actor = actorOf(await ensureAccount({ ...person, demo: true }));
  const { id, token } = await createToken(
    { name: 'demo catalogue', scopes: ['read', 'publish', 'manage'], days: 1 },
    actor,
  );
  return { actor, tokenId: id, call: apiClient(appUrl, token) };
}

/**
 * Gives every demo person an account and a token for the duration of `work`; the tokens are revoked afterwards, also after
 * a failure.
 */
export async function asDemoPeople<T>(appUrl: string, work: (people: Map<string, Call>) => Promise<T>): Promise<T> {
  const seats: Seat[] = [];
  try {
    for (const person of PEOPLE) seats.push(await openSeat(appUrl, person));
    return await work(new Map(seats.map(({ actor, call }) => [actor.username, call])));
  } finally {
    for (const { tokenId, actor } of seats) await revokeToken({ id: tokenId }, actor);
  }
}
