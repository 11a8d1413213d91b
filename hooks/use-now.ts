'use client';

import { useSyncExternalStore } from 'react';

const STEP_MS = 30_000;

function subscribe(notify: () => void): () => void {
  const timer = setInterval(notify, STEP_MS);
  return () => clearInterval(timer);
}

const stepOfNow = () => Math.floor(Date.now() / STEP_MS) * STEP_MS + STEP_MS;

/** The current half minute in milliseconds; null on the server, so that a cached page never carries a stale "ago". */
export function useNow(): number | null {
  return useSyncExternalStore(subscribe, stepOfNow, () => null);
}
