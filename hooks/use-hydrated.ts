'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** False in the page as served, true once its scripts run. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
