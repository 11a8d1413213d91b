/** A text in parts, those that a word of the query begins or is marked as matches; joined they are the text again. */
export function matchedParts(text: string, q: string): [part: string, isMatch: boolean][] {
  const asked = [...new Set(q.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])].sort((a, b) => b.length - a.length);
  if (asked.length === 0) return [[text, false]];
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(${asked.join('|')})`, 'giu');
  return text
    .split(pattern)
    .map((part, at): [string, boolean] => [part, at % 2 === 1])
    .filter(([part]) => part !== '');
}
