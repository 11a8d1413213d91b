const FEW = 4096;
const DIGITS = 65_536;

/** Moves indices into ascending order of 16 bits of their keys; equal ones keep their order. */
function pass(order: Uint32Array, into: Uint32Array, keys: Uint32Array, shift: number): void {
  const starts = new Uint32Array(DIGITS + 1);
  for (const index of order) {
    const slot = (((keys[index] ?? 0) >>> shift) & 0xffff) + 1;
    starts[slot] = (starts[slot] ?? 0) + 1;
  }
  for (let digit = 0; digit < DIGITS; digit += 1) starts[digit + 1] = (starts[digit + 1] ?? 0) + (starts[digit] ?? 0);
  for (const index of order) {
    const digit = ((keys[index] ?? 0) >>> shift) & 0xffff;
    into[starts[digit] ?? 0] = index;
    starts[digit] = (starts[digit] ?? 0) + 1;
  }
}

/** Stable radix sort by keys, the least significant first. */
function radix(start: Uint32Array, keys: Uint32Array[]): Uint32Array {
  let order = start.slice();
  let spare = new Uint32Array(order.length);
  for (const key of keys)
    for (const shift of [0, 16]) {
      pass(order, spare, key, shift);
      [order, spare] = [spare, order];
    }
  return order;
}

/** The halves of numbers as integers that are ordered as the numbers are (IEEE 754: flip the sign, or everything below zero). */
function orderedHalves(values: Float64Array): [low: Uint32Array, high: Uint32Array] {
  const raw = new Uint32Array(values.slice().buffer);
  const [low, high] = [new Uint32Array(values.length), new Uint32Array(values.length)];
  for (let index = 0; index < values.length; index += 1) {
    const [bottom, top] = [raw[2 * index] ?? 0, raw[2 * index + 1] ?? 0];
    const negative = top >>> 31 === 1;
    low[index] = negative ? ~bottom : bottom;
    high[index] = negative ? ~top : top ^ 0x80000000;
  }
  return [low, high];
}

const ascending = (length: number) => Uint32Array.from({ length }, (_, index) => index);

/** Compares ids of three integers each, as text of the same ids would compare. */
export function compareIds(a: Uint32Array, i: number, b: Uint32Array, j: number): number {
  for (let part = 0; part < 3; part += 1) {
    const [x, y] = [a[3 * i + part] ?? 0, b[3 * j + part] ?? 0];
    if (x !== y) return x < y ? -1 : 1;
  }
  return 0;
}

/** Indices by value and then by id, both descending. */
export function descendingOrder(values: Float64Array, ids: Uint32Array): Uint32Array {
  const count = values.length;
  if (count <= FEW)
    return ascending(count).sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || compareIds(ids, b, ids, a));
  const part = (offset: number) => Uint32Array.from({ length: count }, (_, index) => ids[3 * index + offset] ?? 0);
  return radix(ascending(count), [part(2), part(1), part(0), ...orderedHalves(values)]).reverse();
}
