import 'server-only';
import { createHash } from 'node:crypto';
import { getActor } from '@/lib/accounts/queries';
import { DomainError } from '@/lib/errors';
import { addressOf } from '@/lib/infra/address';
import { log } from '@/lib/infra/log';
import { countRequest, type LimitName, type LimitState } from '@/lib/infra/rate-limit';
import { authenticateToken } from '@/lib/tokens/commands';
import type { Actor, TokenScope } from '@/types/actor';
import { problemOf } from './problem';

type Params = Record<string, string | string[]>;
export type ApiCall<P extends Params> = { request: Request; params: P; actor: Actor | null };
export type AuthedCall<P extends Params> = ApiCall<P> & { actor: Actor };

type Answer = Response | object;
type RouteContext<P> = { params: Promise<P> };

/** Who calls: the bearer of a token or, for reads in a browser, the person signed in. Writes need a token: no cross-site forgery. */
async function callerOf(request: Request): Promise<Actor | null> {
  const header = request.headers.get('authorization');
  if (header === null) return request.method === 'GET' || request.method === 'HEAD' ? getActor() : null;
  const [scheme, secret] = header.split(' ');
  if (scheme?.toLowerCase() !== 'bearer' || !secret) throw new DomainError('invalid_token');
  return authenticateToken(secret);
}

function limitHeaders(state: LimitState): Record<string, string> {
  return {
    ratelimit: `"${state.name}";r=${state.remaining};t=${state.resetSeconds}`,
    'ratelimit-policy': `"${state.name}";q=${state.limit};w=${state.windowSeconds}`,
  };
}

async function assertWithin(name: LimitName, who: string, headers: Headers): Promise<void> {
  const state = await countRequest(name, who);
  for (const [key, value] of Object.entries(limitHeaders(state))) headers.set(key, value);
  if (!state.allowed)
    throw new DomainError('rate_limited', { seconds: state.resetSeconds }, { retryAfterSeconds: state.resetSeconds });
}

async function identify(request: Request, headers: Headers): Promise<Actor | null> {
  try {
    return await callerOf(request);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'invalid_token')
      await assertWithin('signIn', addressOf(request.headers), headers);
    throw error;
  }
}

function respond(answer: Answer, request: Request, actor: Actor | null, headers: Headers): Response {
  if (answer instanceof Response) {
    for (const [key, value] of headers) answer.headers.set(key, value);
    return answer;
  }
  const body = JSON.stringify(answer);
  headers.set('content-type', 'application/json');
  headers.set('vary', 'authorization, cookie');
  headers.set('cache-control', actor ? 'private, no-store' : 'public, max-age=0, must-revalidate');
  if (request.method !== 'GET' && request.method !== 'HEAD') return new Response(body, { headers });
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  headers.set('etag', etag);
  const known = request.headers
    .get('if-none-match')
    ?.split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''));
  return known?.includes(etag) ? new Response(null, { status: 304, headers }) : new Response(body, { headers });
}

/**
 * A read of the REST API: caller → rate limit → run → JSON with `ETag` and `RateLimit` headers. A refusal becomes
 * problem+json; a bug is logged and says nothing about itself.
 */
export function apiRead<P extends Params>(run: (call: ApiCall<P>) => Promise<Answer>) {
  return guarded<P>(async (request, params, headers) => {
    const actor = await identify(request, headers);
    await assertWithin(actor ? 'tokenRead' : 'anonymousRead', actor?.userId ?? addressOf(request.headers), headers);
    if (actor && !actor.scopes.includes('read')) throw new DomainError('scope_missing', { scope: 'read' });
    return respond(await run({ request, params, actor }), request, actor, headers);
  });
}

/** As `apiRead`, for somebody: without a caller it answers 401. */
export function apiOwnRead<P extends Params>(run: (call: AuthedCall<P>) => Promise<Answer>) {
  return apiRead<P>(async (call) => {
    if (!call.actor) throw new DomainError('unauthenticated');
    return run({ ...call, actor: call.actor });
  });
}

/** A write of the REST API, by a token with the scope. */
export function apiWrite<P extends Params>(
  scope: TokenScope,
  run: (call: AuthedCall<P>) => Promise<Answer>,
  limit: LimitName = 'write',
) {
  return guarded<P>(async (request, params, headers) => {
    const actor = await identify(request, headers);
    await assertWithin(limit, actor?.userId ?? addressOf(request.headers), headers);
    if (!actor) throw new DomainError('unauthenticated');
    if (!actor.scopes.includes(scope)) throw new DomainError('scope_missing', { scope });
    return respond(await run({ request, params, actor }), request, actor, headers);
  });
}

function guarded<P extends Params>(run: (request: Request, params: P, headers: Headers) => Promise<Response>) {
  return async (request: Request, context: RouteContext<P>): Promise<Response> => {
    const headers = new Headers();
    try {
      return await run(request, await context.params, headers);
    } catch (error) {
      if (error instanceof DomainError) {
        if (error.cause) log.warn('api.dependency_failed', { code: error.code, cause: error.cause });
        return problemOf(error, headers);
      }
      log.error('api.failed', { method: request.method, path: new URL(request.url).pathname, error });
      return problemOf(new DomainError('internal'), headers);
    }
  };
}

/** A JSON answer with a status other than 200. */
export const json = (body: object, status: number, headers: Record<string, string> = {}): Response =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store', ...headers } });

export const noContent = (): Response => new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } });
