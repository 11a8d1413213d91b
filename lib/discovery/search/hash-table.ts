/** From numbers to small integers, several to a key; open addressing, so that a million entries are two arrays. */
export class HashTable {
  readonly #keys: Float64Array;
  readonly #values: Int32Array;
  readonly #mask: number;

  constructor(entries: number) {
    let size = 16;
    while (size < entries * 2) size *= 2;
    this.#keys = new Float64Array(size);
    this.#values = new Int32Array(size).fill(-1);
    this.#mask = size - 1;
  }

  add(key: number, value: number): void {
    let slot = this.#slotOf(key);
    while ((this.#values[slot] ?? 0) >= 0) slot = (slot + 1) & this.#mask;
    this.#keys[slot] = key;
    this.#values[slot] = value;
  }

  *find(key: number): Generator<number> {
    for (let slot = this.#slotOf(key); ; slot = (slot + 1) & this.#mask) {
      const value = this.#values[slot] ?? -1;
      if (value < 0) return;
      if (this.#keys[slot] === key) yield value;
    }
  }

  #slotOf(key: number): number {
    return Math.imul((key >>> 0) ^ Math.floor(key / 4_294_967_296), 0x9e3779b1) & this.#mask;
  }
}

/** 53 bits of a text: two rounds of FNV-1a with different starts. */
export function hashOf(text: string): number {
  let [low, high] = [0x811c9dc5, 0x01000193];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x85ebca6b);
  }
  return (high >>> 11) * 4_294_967_296 + (low >>> 0);
}
