import 'server-only';
import { cacheKeys } from './cache-keys';
import { AWAY, LOCAL_MS, cacheState as state } from './cache-state';
import { redis } from './redis';

const UNHEARD_KEYS = 10_000;

export const renewalOf = (key: string) => `renew:${key}`;

/** Forgets keys here and in the shared cache. Call it after the write has committed. */
export async function dropKeys(keys: string[]): Promise<void> {
  for (const key of keys) {
    state.local.delete(key);
    // A load that began before the write must neither answer reads that come after it nor be kept for them.
    for (const name of [key, renewalOf(key)]) {
      const running = state.inFlight.get(name);
      if (running) running.outdated = true;
      state.inFlight.delete(name);
    }
  }
  if (keys.length > 0 && !(await tellOf(keys))) for (const key of keys) remember(key);
}

const tellOf = async (keys: string[]): Promise<boolean> =>
  (await state.drops.run<number | typeof AWAY>(() => redis().del(...keys), AWAY)) !== AWAY;

function remember(key: string): void {
  if (state.unheard.size >= UNHEARD_KEYS) state.unheard.delete(state.unheard.keys().next().value ?? '');
  state.unheard.set(key, Date.now());
}

/** Whether a value that the shared cache stored at that moment was dropped since without its hearing of it. */
export const isDropped = (key: string, at: number): boolean => at <= (state.unheard.get(key) ?? 0);

/** The shared cache answers: tells it of the drops that it missed. */
export function retryDrops(): void {
  if (state.unheard.size === 0 || state.isRetrying) return;
  state.isRetrying = true;
  const missed = [...state.unheard].slice(0, 500);
  void tellOf(missed.map(([key]) => key)).then((heard) => {
    state.isRetrying = false;
    if (heard) for (const [key, at] of missed) if (state.unheard.get(key) === at) state.unheard.delete(key);
  });
}

/** Makes every cached list of modules unreachable. */
export async function bumpCatalogueGeneration(): Promise<void> {
  const key = cacheKeys.catalogueGeneration();
  state.local.delete(key);
  const value = await state.drops.run(() => redis().incr(key), 0);
  state.isBumpUnheard = !(value > 0);
  if (value > 0) state.local.set(key, { value, expiresAt: Date.now() + LOCAL_MS });
  else for (const name of state.local.keys()) if (/:list:/.test(name)) state.local.delete(name);
}
