import 'server-only';
import type { z } from 'zod';
import { Breaker } from './breaker';
import { cacheKeys } from './cache-keys';
import { log } from './log';
import { redis } from './redis';

/** A dead cache must cost a page less than 150 ms: one slow call, then the breaker answers at once for a while. */
export const cacheBreaker = new Breaker({ timeoutMs: 120, threshold: 2, coolDownMs: 3000 });

type Envelope = { at: number; value: unknown };
type Entry = { value: unknown; expiresAt: number };

/** The layer in front of Redis: what this process read or loaded in the last second. */
const LOCAL_MS = 1000;
const LOCAL_ENTRIES = 2000;
const local = new Map<string, Entry>();
/** A load that runs now; `outdated` once its key was dropped, for what it has read may be older than the drop. */
type Load = { promise: Promise<unknown>; outdated: boolean };
const inFlight = new Map<string, Load>();
/** What the shared cache says when it did not answer at all. */
const AWAY = Symbol('away');
/** Drops that it did not hear of, by the moment: what it still holds from before must not come back with it. */
const unheard = new Map<string, number>();
const UNHEARD_KEYS = 10_000;
let isBumpUnheard = false;

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
  return single(options.key, async (running) => {
    const hit = await readShared(options);
    if (hit === AWAY) return keepLocally(options.key, await load(), running);
    if (!hit) return store(options, await load(), running);
    keepLocally(options.key, hit.value, running);
    if (hit.at + options.ttlSeconds * 1000 < Date.now()) renew(options, load);
    return hit.value as T;
  });
}

function single<T>(key: string, work: (running: Load) => Promise<T>): Promise<T> {
  const known = inFlight.get(key);
  if (known) return known.promise as Promise<T>;
  const running: Load = { promise: Promise.resolve(), outdated: false };
  inFlight.set(key, running);
  const promise = work(running).finally(() => {
    if (inFlight.get(key) === running) inFlight.delete(key);
  });
  running.promise = promise;
  return promise;
}

async function readShared<T>(options: CachedOptions<T>): Promise<Envelope | typeof AWAY | null> {
  const raw = await cacheBreaker.run<Envelope | typeof AWAY | null>(() => redis().get<Envelope>(options.key), AWAY);
  if (raw === AWAY) return AWAY;
  if (raw === null || typeof raw !== 'object' || typeof raw.at !== 'number') return null;
  if (raw.at <= (unheard.get(options.key) ?? 0)) return null;
  const parsed = options.schema.safeParse(raw.value);
  return parsed.success ? { at: raw.at, value: parsed.data } : null;
}

async function store<T>(options: CachedOptions<T>, value: T, running: Load): Promise<T> {
  keepLocally(options.key, value, running);
  if (running.outdated) return value;
  const envelope: Envelope = { at: Date.now(), value };
  const seconds = options.ttlSeconds + (options.staleSeconds ?? options.ttlSeconds);
  await cacheBreaker.run(() => redis().set(options.key, envelope, { ex: seconds }), null);
  // The drop may have overtaken this very write.
  if (running.outdated) await cacheBreaker.run(() => redis().del(options.key), 0);
  return value;
}

function renew<T>(options: CachedOptions<T>, load: () => Promise<T>): void {
  void single(renewalOf(options.key), async (running) => store(options, await load(), running)).catch(
    (error: unknown) => log.warn('cache.renew_failed', { key: options.key, error }),
  );
}

const renewalOf = (key: string) => `renew:${key}`;

function keepLocally<T>(key: string, value: T, running?: Load): T {
  if (running?.outdated) return value;
  if (local.size >= LOCAL_ENTRIES) local.delete(local.keys().next().value ?? '');
  local.set(key, { value, expiresAt: Date.now() + LOCAL_MS });
  return value;
}

/**
 * The generation that list keys carry, at most a second old. While the cache is away it is the moment: a number that
 * nothing was ever stored under.
 */
export async function catalogueGeneration(): Promise<number> {
  const key = cacheKeys.catalogueGeneration();
  const near = local.get(key);
  if (near && near.expiresAt > Date.now()) return near.value as number;
  if (isBumpUnheard) await bumpCatalogueGeneration();
  const known = await cacheBreaker.run<number | typeof AWAY | null>(() => redis().get<number>(key), AWAY);
  const generation = known === AWAY ? Date.now() : Number(known ?? 0);
  return keepLocally(key, Number.isSafeInteger(generation) ? generation : Date.now());
}

/** Forgets keys here and in the shared cache. Call it after the write has committed. */
export async function dropKeys(keys: string[]): Promise<void> {
  for (const key of keys) {
    local.delete(key);
    // A load that began before the write must neither answer reads that come after it nor be kept for them.
    for (const name of [key, renewalOf(key)]) {
      const running = inFlight.get(name);
      if (running) running.outdated = true;
      inFlight.delete(name);
    }
  }
  if (keys.length === 0) return;
  const heard = await cacheBreaker.run<number | typeof AWAY>(() => redis().del(...keys), AWAY);
  if (heard === AWAY) for (const key of keys) remember(key);
}

function remember(key: string): void {
  if (unheard.size >= UNHEARD_KEYS) unheard.delete(unheard.keys().next().value ?? '');
  unheard.set(key, Date.now());
}

/** Makes every cached list of modules unreachable. */
export async function bumpCatalogueGeneration(): Promise<void> {
  const key = cacheKeys.catalogueGeneration();
  local.delete(key);
  const value = await cacheBreaker.run(() => redis().incr(key), 0);
  isBumpUnheard = !(value > 0);
  if (value > 0) keepLocally(key, value);
  else for (const name of local.keys()) if (/:(list|facets|home):/.test(name)) local.delete(name);
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
