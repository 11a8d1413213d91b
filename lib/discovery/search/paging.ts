import type { Hits, Position, SortField, Step } from './search-index';
import type { Segment } from './segment';
import type { Found, SegmentSearch } from './segment-search';
import { compareIds } from './sort-order';

/** Orders by value, then by id, both descending: the order of every list. */
const compare = (a: { value: number; id: string }, b: { value: number; id: string }): number =>
  b.value - a.value || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);

type Entry = { value: number; id: string };

/** One stretch of a list: gives the entries that follow a position, or those before it from near to far. */
export type Stretch = (from: Position | null, backwards: boolean, limit: number) => Entry[];

/** A stretch whose modules are all at hand. */
export function stretchOf({ segment, docs, values }: Found): Stretch {
  return (from, backwards, limit) => {
    const sign = backwards ? -1 : 1;
    const isBefore = (a: number, b: number) => {
      const difference = (values[b] ?? 0) - (values[a] ?? 0) || idOrder(segment, docs[a] ?? 0, docs[b] ?? 0);
      return sign * difference < 0;
    };
    // The best so far, in order; most candidates end at the comparison with the last of them.
    const best: number[] = [];
    for (let one = 0; one < docs.length; one += 1) {
      if (from && !isBeyond(segment, docs[one] ?? 0, values[one] ?? 0, from, sign)) continue;
      let at = best.length;
      if (at === limit && !isBefore(one, best[at - 1] as number)) continue;
      while (at > 0 && isBefore(one, best[at - 1] as number)) at -= 1;
      best.splice(at, 0, one);
      if (best.length > limit) best.pop();
    }
    return best.map((one) => ({ value: values[one] ?? 0, id: segment.idOf(docs[one] ?? 0) }));
  };
}

function idOrder({ parts }: Segment, a: number, b: number): number {
  return compareIds(parts.ids, b, parts.ids, a);
}

function isBeyond(segment: Segment, doc: number, value: number, from: Position, sign: number): boolean {
  if (value !== from.value) return sign * (from.value - value) > 0;
  return sign * compare({ value, id: segment.idOf(doc) }, from) > 0;
}

/** Of an order, the first place that comes after a position. */
function placeAfter(segment: Segment, order: Uint32Array, values: Float64Array, from: Position): number {
  let [low, high] = [0, order.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const doc = order[middle] ?? 0;
    if (compare({ value: values[doc] ?? 0, id: segment.idOf(doc) }, from) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A stretch of a long list: walks the order of a field and keeps what belongs. */
export function walkOf(search: SegmentSearch, field: SortField, isWanted: (doc: number) => boolean): Stretch {
  const { segment } = search;
  return (from, backwards, limit) => {
    const [order, values] = [segment.order(field), segment.parts.values[field]];
    const entries: Entry[] = [];
    let at = from ? placeAfter(segment, order, values, from) : backwards ? order.length : 0;
    if (backwards) {
      // The place before is the position itself, if it is still there.
      const before = order[at - 1];
      if (from && before !== undefined && segment.idOf(before) === from.id && values[before] === from.value) at -= 1;
      at -= 1;
    }
    for (; at >= 0 && at < order.length && entries.length < limit; at += backwards ? -1 : 1) {
      const doc = order[at] ?? 0;
      if (isWanted(doc)) entries.push({ value: values[doc] ?? 0, id: segment.idOf(doc) });
    }
    return entries;
  };
}

/** The same stretch of several segments as one. */
export function joined(stretches: Stretch[]): Stretch {
  const [only] = stretches;
  if (only && stretches.length === 1) return only;
  return (from, backwards, limit) =>
    stretches
      .flatMap((stretch) => stretch(from, backwards, limit))
      .sort((a, b) => (backwards ? compare(b, a) : compare(a, b)))
      .slice(0, limit);
}

/** One page of a list made of stretches that follow one another. */
export function pageOf(stretches: Stretch[], step: Step | null, limit: number): Hits {
  const backwards = step?.backwards ?? false;
  const entries: (Entry & { stretch: number })[] = [];
  let stretch = step?.from.stretch ?? 0;
  for (; stretch >= 0 && stretch < stretches.length && entries.length <= limit; stretch += backwards ? -1 : 1) {
    const from = step && step.from.stretch === stretch ? step.from : null;
    const read = stretches[stretch]?.(from, backwards, limit + 1 - entries.length) ?? [];
    for (const entry of read) entries.push({ ...entry, stretch });
  }
  const isMore = entries.length > limit;
  const page = entries.slice(0, limit);
  if (backwards) page.reverse();
  const [first, last] = [page[0], page[page.length - 1]];
  return {
    ids: page.map(({ id }) => id),
    previous: first && (backwards ? isMore : step !== null) ? first : null,
    next: last && (backwards ? true : isMore) ? last : null,
  };
}
