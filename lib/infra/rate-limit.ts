import 'server-only';
import { Ratelimit } from '@upstash/ratelimit';
import { env } from '@/lib/env';
import { cacheBreaker } from './cache-state';
import { redis } from './redis';

/** Sliding windows: requests per seconds. `RATE_LIMIT_SCALE` multiplies the requests. */
export const LIMITS = {
  anonymousRead: { requests: 100, seconds: 60 },
  tokenRead: { requests: 1000, seconds: 60 },
  write: { requests: 60, seconds: 60 },
  publish: { requests: 60, seconds: 3600 },
  newModule: { requests: 20, seconds: 3600 },
  signIn: { requests: 20, seconds: 900 },
} as const;
export type LimitName = keyof typeof LIMITS;

export type LimitState = {
  name: LimitName;
  allowed: boolean;
  limit: number;
  remaining: number;
  resetSeconds: number;
  windowSeconds: number;
};

const limiters = new Map<LimitName, Ratelimit>();
const localWindows = new Map<string, { count: number; endsAt: number }>();
const LOCAL_KEYS = 50_000;

const scaled = (name: LimitName) => Math.max(1, Math.floor(LIMITS[name].requests * env().RATE_LIMIT_SCALE));

function limiter(name: LimitName): Ratelimit {
  const known = limiters.get(name);
  if (known) return known;
  const made = new Ratelimit({
    redis: redis(),
    limiter: Ratelimit.slidingWindow(scaled(name), `${LIMITS[name].seconds} s`),
    prefix: `limit:${name}`,
    timeout: 0,
    ephemeralCache: false,
  });
  limiters.set(name, made);
  return made;
}

/** Counts one request of `who` against a limit. While the cache is away, each process counts for itself. */
export async function countRequest(name: LimitName, who: string): Promise<LimitState> {
  const answer = await cacheBreaker.run(() => limiter(name).limit(who), null);
  const windowSeconds = LIMITS[name].seconds;
  if (!answer) return countLocally(name, who);
  return {
    name,
    allowed: answer.success,
    limit: answer.limit,
    remaining: Math.max(0, answer.remaining),
    resetSeconds: Math.min(windowSeconds, Math.max(1, Math.ceil((answer.reset - Date.now()) / 1000))),
    windowSeconds,
  };
}

function countLocally(name: LimitName, who: string): LimitState {
  const windowSeconds = LIMITS[name].seconds;
  const now = Date.now();
  const key = `${name}:${who}`;
  const known = localWindows.get(key);
  const window = known && known.endsAt > now ? known : { count: 0, endsAt: now + windowSeconds * 1000 };
  window.count += 1;
  if (!localWindows.has(key) && localWindows.size >= LOCAL_KEYS)
    localWindows.delete(localWindows.keys().next().value ?? '');
  localWindows.set(key, window);
  const limit = scaled(name);
  const resetSeconds = Math.max(1, Math.ceil((window.endsAt - now) / 1000));
  return {
    name,
    allowed: window.count <= limit,
    limit,
    remaining: Math.max(0, limit - window.count),
    resetSeconds,
    windowSeconds,
  };
}
