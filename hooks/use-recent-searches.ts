'use client';

import { useSyncExternalStore } from 'react';

const KEY = 'recent-searches';
const MOST = 8;
const NONE: string[] = [];

let read: { source: string | null; searches: string[] } = { source: null, searches: NONE };
const listeners = new Set<() => void>();

/** The same array for the same stored text. A browser that keeps nothing has no recent searches. */
function recentSearches(): string[] {
  try {
    const source = localStorage.getItem(KEY);
    if (source === read.source) return read.searches;
    const stored: unknown = JSON.parse(source ?? '[]');
    const searches = Array.isArray(stored) ? stored.filter((q) => typeof q === 'string').slice(0, MOST) : NONE;
    read = { source, searches };
    return searches;
  } catch {
    return NONE;
  }
}

function keep(searches: string[]): void {
  try {
    if (searches.length > 0) localStorage.setItem(KEY, JSON.stringify(searches));
    else localStorage.removeItem(KEY);
  } catch {
    // Private windows and full storages keep nothing.
  }
  for (const listener of listeners) listener();
}

/** Puts a search first. It stays in this browser and is never sent. */
export function rememberSearch(q: string): void {
  if (q) keep([q, ...recentSearches().filter((other) => other !== q)].slice(0, MOST));
}

export const forgetSearch = (q: string): void => keep(recentSearches().filter((other) => other !== q));

export const forgetSearches = (): void => keep([]);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  // Another tab of this browser.
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

/** The last searches of this browser, newest first. */
export const useRecentSearches = (): string[] => useSyncExternalStore(subscribe, recentSearches, () => NONE);
