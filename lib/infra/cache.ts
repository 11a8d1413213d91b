import 'server-only';
import type { z } from 'zod';
import { bumpCatalogueGeneration, isDropped, renewalOf, retryDrops } from './cache-drops';
import { cacheKeys } from './cache-keys';
import { AWAY, LOCAL_MS, type Load, cacheState as state } from './cache-state';
import { log } from './log';
import { redis } from './redis';

type Envelope = { at: number; value: unknown };

const LOCAL_ENTRIES = 2000;

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
  const near = state.local.get(options.key);
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
  const known = state.inFlight.get(key);
  if (known) return known.promise as Promise<T>;
  const running: Load = { promise: Promise.resolve(), outdated: false };
  state.inFlight.set(key, running);
  const promise = work(running).finally(() => {
    if (state.inFlight.get(key) === running) state.inFlight.delete(key);
  });
  running.promise = promise;
  return promise;
}

async function readShared<T>(options: CachedOptions<T>): Promise<Envelope | typeof AWAY | null> {
  const raw = await state.reads.run<Envelope | typeof AWAY | null>(() => redis().get<Envelope>(options.key), AWAY);
  if (raw === AWAY) return AWAY;
  retryDrops();
  if (raw === null || typeof raw !== 'object' || typeof raw.at !== 'number') return null;
  if (isDropped(options.key, raw.at)) return null;
  const parsed = options.schema.safeParse(raw.value);
  return parsed.success ? { at: raw.at, value: parsed.data } : null;
}

async function store<T>(options: CachedOptions<T>, value: T, running: Load): Promise<T> {
  keepLocally(options.key, value, running);
  if (running.outdated) return value;
  const envelope: Envelope = { at: Date.now(), value };
  const seconds = options.ttlSeconds + (options.staleSeconds ?? options.ttlSeconds);
  await state.reads.run(() => redis().set(options.key, envelope, { ex: seconds }), null);
  // The drop may have overtaken this very write.
  if (running.outdated) await state.drops.run(() => redis().del(options.key), 0);
  return value;
}

function renew<T>(options: CachedOptions<T>, load: () => Promise<T>): void {
  void single(renewalOf(options.key), async (running) => store(options, await load(), running)).catch(
    (error: unknown) => log.warn('cache.renew_failed', { key: options.key, error }),
  );
}

function keepLocally<T>(key: string, value: T, running?: Load): T {
  if (running?.outdated) return value;
  if (state.local.size >= LOCAL_ENTRIES) state.local.delete(state.local.keys().next().value ?? '');
  state.local.set(key, { value, expiresAt: Date.now() + LOCAL_MS });
  return value;
}

/**
 * The generation that list keys carry, at most a second old. While the cache is away, or has not heard of the last bump, it
 * is the moment: a number that nothing was ever stored under.
 */
export async function catalogueGeneration(): Promise<number> {
  const key = cacheKeys.catalogueGeneration();
  const near = state.local.get(key);
  if (near && near.expiresAt > Date.now()) return near.value as number;
  if (state.isBumpUnheard) await bumpCatalogueGeneration();
  const ask = () => state.reads.run<number | typeof AWAY | null>(() => redis().get<number>(key), AWAY);
  const known = state.isBumpUnheard ? AWAY : await ask();
  const generation = known === AWAY ? Date.now() : Number(known ?? 0);
  return keepLocally(key, Number.isSafeInteger(generation) ? generation : Date.now());
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
