/** The first place from `from` on whose value is at least `wanted`: steps that double, then halves. */
export function seek(list: Uint32Array, from: number, wanted: number): number {
  let [low, step] = [from, 1];
  while (low + step < list.length && (list[low + step] ?? 0) < wanted) {
    low += step;
    step *= 2;
  }
  let high = Math.min(list.length, low + step + 1);
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

export const contains = (list: Uint32Array, value: number): boolean => list[seek(list, 0, value)] === value;

/**
 * Values that ascending lists have in common and that are accepted, in ascending order, at most as many as `out` holds; returns
 * how many. The shortest list leads. Without lists, every number below `count`.
 */
export function intersect(
  lists: Uint32Array[],
  count: number,
  accept: (value: number) => boolean,
  out: Uint32Array,
): number {
  const [lead, ...others] = [...lists].sort((a, b) => a.length - b.length);
  const places = new Uint32Array(others.length);
  const length = lead?.length ?? count;
  let found = 0;
  next: for (let at = 0; at < length && found < out.length; at += 1) {
    const value = lead ? (lead[at] ?? 0) : at;
    for (let other = 0; other < others.length; other += 1) {
      const list = others[other] as Uint32Array;
      const place = seek(list, places[other] ?? 0, value);
      places[other] = place;
      if (place === list.length) return found;
      if (list[place] !== value) continue next;
    }
    if (!accept(value)) continue;
    out[found] = value;
    found += 1;
  }
  return found;
}
