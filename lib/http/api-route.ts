import 'server-only';
import { createHash } from 'node:crypto';
import { oauthErrorOf } from '@/lib/devices/rules';
import { DomainError } from '@/lib/errors';
import { answerOnce, type KeptAnswer } from '@/lib/idempotency/commands';
import { readIdempotencyKey } from '@/lib/idempotency/rules';
import { addressOf } from '@/lib/infra/address';
import type { Actor } from '@/types/actor';
import { assertWithin, identify } from './caller';
import { guarded, refusalOf } from './guarded';
import { bodyOf, parseParameters, readAtMost } from './input';
import type { AnswerOf, Call, Operation } from './operation';
import { type Members, problemOf } from './problem';
import { respondRead, respondWith } from './respond';

const oauthMembers: Members = (code) => ({ error: oauthErrorOf(code) });
const membersOf = ({ isOAuth }: Operation) => (isOAuth ? oauthMembers : undefined);

const limitOf = (limit: Operation['limit'], actor: Actor | null) =>
  limit === 'read' ? (actor ? 'tokenRead' : 'anonymousRead') : limit;

/**
 * A read outside of the API's own addresses, for whoever may see: caller → rate limit → run → JSON with `ETag` and
 * `RateLimit` headers, or the answer as it was made.
 */
export function apiRead<P extends Record<string, string | string[]>>(
  run: (call: { request: Request; params: P; actor: Actor | null }) => Promise<Response | object>,
) {
  return guarded<P>(async (request, params, headers) => {
    const actor = await admit({ caller: 'anyone', scope: 'read', limit: 'read' }, request, headers);
    const answer = await run({ request, params, actor });
    return answer instanceof Response
      ? respondWith(answer, request, headers)
      : respondRead(answer, request, actor, headers);
  });
}

/** Who calls, once they are counted and found to be good for it. */
async function admit(
  { caller, scope, limit }: Pick<Operation, 'caller' | 'scope' | 'limit'>,
  request: Request,
  headers: Headers,
): Promise<Actor | null> {
  const actor = await identify(request, headers);
  await assertWithin(limitOf(limit, actor), actor?.userId ?? addressOf(request.headers), headers);
  if (!actor && caller === 'somebody') throw new DomainError('unauthenticated');
  if (actor && scope && !actor.scopes.includes(scope)) throw new DomainError('scope_missing', { scope });
  return actor;
}

/**
 * The handler of one operation: caller → rate limit → scope → query and body by the published schemas → run → the
 * published answer. A write with an `Idempotency-Key` runs once. A refusal becomes problem+json.
 */
export function route<O extends Operation>(operation: O, run: (call: Call<O>) => AnswerOf<O>) {
  const handler = guarded<Call<O>['params']>(async (request, params, headers) => {
    const actor = await admit(operation, request, headers);
    const key = operation.method === 'GET' ? null : readIdempotencyKey(request.headers.get('idempotency-key'));
    const sent = operation.body ? await readAtMost(request) : null;
    const answer = async () => {
      const query = parseParameters(request, operation.query);
      const body = operation.body && sent ? bodyOf(operation, request, sent) : undefined;
      // Checked above, by the very schemas that the type of the call is made of.
      const made = await run({ request, params, actor, query, body } as Call<O>);
      return respond(operation, made, request, actor, headers);
    };
    if (key === null || actor === null) return answer();
    return once(
      { caller: actor.userId, key, fingerprint: fingerprintOf(request, sent) },
      operation,
      request,
      answer,
      headers,
    );
  }, membersOf(operation));
  return Object.assign(handler, { operation });
}

function respond(
  operation: Operation,
  made: unknown,
  request: Request,
  actor: Actor | null,
  headers: Headers,
): Response {
  if (made instanceof Response) return respondWith(made, request, headers);
  // A link that is handed out is a credential; what a write answers is about one moment.
  if (operation.redirects) headers.set('cache-control', 'private, no-store');
  if (operation.method === 'GET') return respondRead(made, request, actor, headers);
  headers.set('cache-control', 'no-store');
  if (operation.answer === null) return new Response(null, { status: operation.status, headers });
  return Response.json(made, { status: operation.status, headers });
}

/** What a key stands for: where it was sent, and every byte of it. */
const fingerprintOf = (request: Request, sent: Uint8Array | null) => {
  const { pathname, search } = new URL(request.url);
  return createHash('sha256')
    .update(`${request.method} ${pathname}${search}\n`)
    .update(sent ?? '')
    .digest('hex');
};

async function once(
  named: Parameters<typeof answerOnce>[0],
  operation: Operation,
  request: Request,
  run: () => Promise<Response>,
  headers: Headers,
): Promise<Response> {
  const keep = async (response: Response): Promise<KeptAnswer> => ({
    status: response.status,
    contentType: response.headers.get('content-type'),
    body: await response.text(),
  });
  let fresh: Response | undefined;
  const { answer, isReplay } = await answerOnce(named, async () => {
    // A refusal is an answer like others: who sends the same again must not find it carried out.
    fresh = await run().catch((error) => problemOf(refusalOf(error, request), headers, membersOf(operation)));
    return keep(fresh.clone());
  });
  if (fresh && !isReplay) return fresh;
  headers.set('cache-control', 'no-store');
  if (answer.contentType) headers.set('content-type', answer.contentType);
  headers.set('idempotency-replayed', 'true');
  return new Response(answer.body || null, { status: answer.status, headers });
}
