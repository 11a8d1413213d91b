import 'server-only';
import { Breaker } from './breaker';

/** The layer in front of Redis keeps what this process read or loaded for so long. */
export const LOCAL_MS = 1000;

type Entry = { value: unknown; expiresAt: number };
/** A load that runs now; `outdated` once its key was dropped, for what it has read may be older than the drop. */
export type Load = { promise: Promise<unknown>; outdated: boolean };

const fresh = () => ({
  /** What this process read or loaded in the last second. */
  local: new Map<string, Entry>(),
  inFlight: new Map<string, Load>(),
  /** Drops that the shared cache did not hear of, by the moment: what it still holds from before must not come back with it. */
  unheard: new Map<string, number>(),
  isBumpUnheard: false,
  isRetrying: false,
  /** A dead cache must cost a page less than 150 ms: one slow call, then the breaker answers at once for a while. */
  reads: new Breaker({ timeoutMs: 120, threshold: 2, coolDownMs: 3000 }),
  /** A drop that is lost is a wrong answer, not a slow one: it gets more time. */
  drops: new Breaker({ timeoutMs: 1000, threshold: 2, coolDownMs: 3000 }),
});

/** Pages and routes are bundled apart: without a common place, neither would hear of the other's drops. */
const holder = globalThis as { dotkitCache?: ReturnType<typeof fresh> };
holder.dotkitCache ??= fresh();
export const cacheState = holder.dotkitCache;

/** Guards whatever can do without the cache. */
export const cacheBreaker = cacheState.reads;

/** What the shared cache says when it did not answer at all. */
export const AWAY = Symbol('away');
