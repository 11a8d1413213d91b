'use client';

import { useEffect, useState } from 'react';
import type { SuggestionDto } from '@/types/module';
import { isModuleKind } from '@/types/module-kind';

const PAUSE_MS = 120;
const ENOUGH = 2;
const MOST_ANSWERS = 200;

/** Answers of this visit, so that deleting a letter asks nothing again. */
const answers = new Map<string, SuggestionDto[]>();

const isSuggestion = (value: unknown): value is SuggestionDto =>
  typeof value === 'object' &&
  value !== null &&
  'namespace' in value &&
  'name' in value &&
  'title' in value &&
  'kind' in value &&
  typeof value.kind === 'string' &&
  isModuleKind(value.kind);

const suggestionsIn = (body: unknown): SuggestionDto[] => (Array.isArray(body) ? body.filter(isSuggestion) : []);

async function ask(q: string, signal: AbortSignal): Promise<SuggestionDto[] | null> {
  try {
    const answer = await fetch(`/api/v1/suggest?q=${encodeURIComponent(q)}`, { signal });
    if (!answer.ok) return null;
    const found = suggestionsIn(await answer.json());
    if (answers.size >= MOST_ANSWERS) answers.clear();
    answers.set(q, found);
    return found;
  } catch {
    // Superseded, or offline: the form itself still searches.
    return null;
  }
}

/**
 * Modules for what is typed, asked for when the typing pauses. Until the answer comes the last one stays, so that the list
 * does not flicker; a failed request suggests nothing.
 */
export function useSuggestions(text: string): SuggestionDto[] {
  const [found, setFound] = useState<SuggestionDto[]>([]);
  const q = text.toLowerCase().slice(0, 100);

  useEffect(() => {
    const known = q.length < ENOUGH ? [] : answers.get(q);
    if (known) return setFound(known);
    const superseded = new AbortController();
    const timer = setTimeout(async () => {
      const answer = await ask(q, superseded.signal);
      if (!superseded.signal.aborted) setFound(answer ?? []);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      superseded.abort();
    };
  }, [q]);

  return found;
}
