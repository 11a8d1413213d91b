import 'server-only';
import type { z } from 'zod';
import { Breaker } from './breaker';
import { cacheKeys } from './cache-keys';
import { log } from './log';
import { redis } from './redis';

/** A dead cache must cost a page less than 150 ms: one slow call, then the breaker answers at once for a while. */
export const cacheBreaker = new Breaker({ timeoutMs: 120, threshold: 2, coolDownMs: 3000 });

type Envelope = { at: number; value: unknown };
type Entry = { at: number; value: unknown; expiresAt: number };

/** The layer in front of Redis: what this process read or loaded in the last second. */
const LOCAL_MS = 1000;
const LOCAL_ENTRIES = 2000;
const local = new Map<string, Entry>();
const inFlight = new Map<string, Promise<unknown>>();

export type CachedOptions<T> = {
  key: string;
  /** Seconds for which a value is fresh. */
  ttlSeconds: number;
  /** Seconds after that in which the old value is still given while one load renews it. Default: as long as `ttlSeconds`. */
  staleSeconds?: number;
  /** What the value must look like; anything else in the cache counts as a miss. */
  schema: z.ZodType<T>;
};

/**
 * Cache-aside read. Concurrent misses of one process load once; a stale value is given at once and renewed behind it;
 * a cache that is dead, slow or lying is a miss. `null`, `0`, `false` and `''` are hits. Errors of `load` are the caller's.
 */
export async function cached<T>(options: CachedOptions<T>, load: () => Promise<T>): Promise<T> {
  const now = Date.now();
  const near = local.get(options.key);
  if (near && near.expiresAt > now) return near.value as T;
  return single(options.key, async () => {
    const hit = await readShared(options);
    if (!hit) return store(options, await load());
    keepLocally(options.key, hit);
    if (hit.at + options.ttlSeconds * 1000 < Date.now()) renew(options, load);
    return hit.value as T;
  });
}

function single<T>(key: string, work: () => Promise<T>): Promise<T> {
  const running = inFlight.get(key);
  if (running) return running as Promise<T>;
  const promise = work().finally(() => {
    if (inFlight.get(key) === promise) inFlight.delete(key);
  });
  inFlight.set(key, promise);
  return promise;
}

async function readShared<T>(options: CachedOptions<T>): Promise<Envelope | null> {
  const raw = await cacheBreaker.run(() => redis().get<Envelope>(options.key), null);
  if (raw === null || typeof raw !== 'object' || typeof raw.at !== 'number') return null;
  const parsed = options.schema.safeParse(raw.value);
  return parsed.success ? { at: raw.at, value: parsed.data } : null;
}

async function store<T>(options: CachedOptions<T>, value: T): Promise<T> {
  const envelope = { at: Date.now(), value };
  keepLocally(options.key, envelope);
  const seconds = options.ttlSeconds + (options.staleSeconds ?? options.ttlSeconds);
  await cacheBreaker.run(() => redis().set(options.key, envelope, { ex: seconds }), null);
  return value;
}

function renew<T>(options: CachedOptions<T>, load: () => Promise<T>): void {
  void single(`renew:${options.key}`, async () => store(options, await load())).catch((error: unknown) =>
    log.warn('cache.renew_failed', { key: options.key, error }),
  );
}

function keepLocally(key: string, envelope: Envelope): void {
  if (local.size >= LOCAL_ENTRIES) local.delete(local.keys().next().value ?? '');
  local.set(key, { ...envelope, expiresAt: Date.now() + LOCAL_MS });
}

/** The generation that list keys carry; 0 while the cache is away. At most a second old. */
export async function catalogueGeneration(): Promise<number> {
  const key = cacheKeys.catalogueGeneration();
  const near = local.get(key);
  if (near && near.expiresAt > Date.now()) return near.value as number;
  const value = Number((await cacheBreaker.run(() => redis().get<number>(key), 0)) ?? 0);
  keepLocally(key, { at: Date.now(), value });
  return value;
}

/** Forgets keys here and in the shared cache. Call it after the write has committed. */
export async function dropKeys(keys: string[]): Promise<void> {
  for (const key of keys) {
    local.delete(key);
    // A load that began before the write must not answer reads that come after it.
    inFlight.delete(key);
  }
  if (keys.length > 0) await cacheBreaker.run(() => redis().del(...keys), 0);
}

/** Makes every cached list of modules unreachable. */
export async function bumpCatalogueGeneration(): Promise<void> {
  const key = cacheKeys.catalogueGeneration();
  local.delete(key);
  const value = await cacheBreaker.run(() => redis().incr(key), 0);
  if (value > 0) keepLocally(key, { at: Date.now(), value });
  else for (const name of local.keys()) if (name.includes(':list:') || name.includes(':home:')) local.delete(name);
}

/** Round trip to the cache in milliseconds. Throws when it does not answer. */
export async function pingCache(): Promise<number> {
  const started = performance.now();
  await Promise.race([
    redis().ping(),
    new Promise((_, reject) => setTimeout(() => reject(new Error('timeout')), 1000).unref()),
  ]);
  return performance.now() - started;
}
