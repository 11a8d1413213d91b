const RANGE = /^#L(\d{1,7})(?:-L?(\d{1,7}))?$/;

/** The lines that a fragment such as `#L12` or `#L12-L20` names, first and last in order; null for any other fragment. */
export function parseLineRange(hash: string): [number, number] | null {
  const [, first, last] = RANGE.exec(hash) ?? [];
  if (first === undefined) return null;
  const [a, b] = [Number(first), Number(last ?? first)];
  return a <= b ? [a, b] : [b, a];
}

export const lineRangeHash = (a: number, b: number): string =>
  a === b ? `#L${a}` : `#L${Math.min(a, b)}-L${Math.max(a, b)}`;
