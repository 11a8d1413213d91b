'use client';

import { useEffect, useState } from 'react';
import type { SuggestionDto } from '@/types/module';

const PAUSE_MS = 120;
const ENOUGH = 2;

const isSuggestion = (value: unknown): value is SuggestionDto =>
  typeof value === 'object' && value !== null && 'namespace' in value && 'name' in value && 'title' in value;

const suggestionsIn = (body: unknown): SuggestionDto[] => (Array.isArray(body) ? body.filter(isSuggestion) : []);

/** Modules whose name begins with what is typed, asked for when the typing pauses. A failed request suggests nothing. */
export function useSuggestions(text: string): SuggestionDto[] {
  const [found, setFound] = useState<SuggestionDto[]>([]);

  useEffect(() => {
    const q = text.trim().slice(0, 100);
    if (q.length < ENOUGH) return setFound([]);
    const superseded = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const answer = await fetch(`/api/v1/suggest?q=${encodeURIComponent(q)}`, { signal: superseded.signal });
        if (answer.ok) setFound(suggestionsIn(await answer.json()));
      } catch {
        // Superseded, or offline: the form itself still searches.
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      superseded.abort();
    };
  }, [text]);

  return found;
}
