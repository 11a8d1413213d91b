'use client';

import { useSyncExternalStore } from 'react';

const STEP_MS = 30_000;
/** For browsers that do not tell when they are idle. */
const SETTLED_MS = 500;

const watching = new Set<() => void>();
let current: number | null = null;
let timer: ReturnType<typeof setInterval> | undefined;

function tick() {
  current = Math.floor(Date.now() / STEP_MS) * STEP_MS + STEP_MS;
  for (const notify of watching) notify();
}

/** One clock for all times of a page. It starts when the page has settled: "3 days ago" must not hold up its first use. */
function start() {
  timer = setInterval(tick, STEP_MS);
  if (current !== null) tick();
  else if ('requestIdleCallback' in globalThis) requestIdleCallback(tick);
  else setTimeout(tick, SETTLED_MS);
}

function subscribe(notify: () => void): () => void {
  watching.add(notify);
  if (watching.size === 1) start();
  return () => {
    watching.delete(notify);
    if (watching.size === 0) clearInterval(timer);
  };
}

/**
 * The current half minute in milliseconds; null on the server and until the page has settled, so that a cached page never
 * carries a stale "ago".
 */
export function useNow(): number | null {
  return useSyncExternalStore(
    subscribe,
    () => current,
    () => null,
  );
}
