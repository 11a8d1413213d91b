import 'server-only';
import { getActor } from '@/lib/accounts/queries';
import { DomainError } from '@/lib/errors';
import { addressOf } from '@/lib/infra/address';
import { carriesSession } from '@/lib/infra/auth';
import { countRequest, type LimitName, type LimitState } from '@/lib/infra/rate-limit';
import { authenticateToken } from '@/lib/tokens/commands';
import type { Actor } from '@/types/actor';

export const isRead = ({ method }: Request) => method === 'GET' || method === 'HEAD';

/** Who calls: the bearer of a token or, for reads in a browser, the person signed in. Writes need a token: no cross-site forgery. */
async function callerOf(request: Request): Promise<Actor | null> {
  const header = request.headers.get('authorization');
  if (header === null) return isRead(request) && carriesSession(request) ? getActor() : null;
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

/** Counts the request and notes in `headers` how much is left. Throws `rate_limited`. */
export async function assertWithin(name: LimitName, who: string, headers: Headers): Promise<void> {
  const state = await countRequest(name, who);
  for (const [key, value] of Object.entries(limitHeaders(state))) headers.set(key, value);
  if (!state.allowed)
    throw new DomainError('rate_limited', { seconds: state.resetSeconds }, { retryAfterSeconds: state.resetSeconds });
}

/** As `callerOf`; a token that does not hold counts as an attempt to sign in. Throws `invalid_token`, `rate_limited`. */
export async function identify(request: Request, headers: Headers): Promise<Actor | null> {
  try {
    return await callerOf(request);
  } catch (error) {
    // Whatever the failure, its answer says how much is left of a limit.
    const isGuess = error instanceof DomainError && error.code === 'invalid_token';
    await assertWithin(isGuess ? 'signIn' : 'anonymousRead', addressOf(request.headers), headers);
    throw error;
  }
}
