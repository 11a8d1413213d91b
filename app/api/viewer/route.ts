import { getActor } from '@/lib/accounts/queries';

/** Who looks at a prerendered page: asked by the small islands that such pages hold. */
export async function GET(): Promise<Response> {
  const actor = await getActor();
  const body = actor ? { signedIn: true, username: actor.username } : { signedIn: false };
  return Response.json(body, { headers: { 'cache-control': 'private, no-store', vary: 'cookie' } });
}
