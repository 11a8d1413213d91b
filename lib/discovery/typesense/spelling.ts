import { words } from '@/lib/utils/words';
import { editDistance, forgivenEdits } from '../search/edit-distance';
import type { Answer } from './protocol';

/**
 * The words that were found in place of those asked for; undefined if none was mended. The engine does not say how it read a
 * query, but it says which words of the best hit fitted: a word that is not among them was taken for the nearest of them.
 */
export function spellingOf(asked: string[], answer: Answer): string | undefined {
  const tokens = answer.hits
    .flatMap(({ highlights }) => highlights ?? [])
    .flatMap(({ matched_tokens }) => matched_tokens ?? [])
    .flat();
  const found = [...new Set(tokens.flatMap(words))];
  const mended = asked.map((word) => (found.some((other) => other.startsWith(word)) ? word : nearest(word, found)));
  return mended.join(' ') === asked.join(' ') ? undefined : mended.join(' ');
}

function nearest(word: string, found: string[]): string {
  const most = forgivenEdits(word.length);
  const near = found
    .map((other) => ({ other, edits: editDistance(word, other, most) }))
    .filter(({ edits }) => edits <= most)
    .sort((a, b) => a.edits - b.edits);
  return near[0]?.other ?? word;
}
