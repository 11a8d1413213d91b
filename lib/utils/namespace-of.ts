/** The namespace of a path segment such as `@name` or `%40name`; null for a segment that is not one. */
export function namespaceOf(segment: string): string | null {
  const handle = segment.replace(/^%40/i, '@');
  return handle.startsWith('@') && handle.length > 1 ? handle.slice(1) : null;
}
