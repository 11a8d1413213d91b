type Numbers = Uint8Array | Uint32Array | Float64Array;

/** A typed array that doubles when it is full. */
export class GrowingArray<A extends Numbers> {
  #items: A;
  #length = 0;

  constructor(private readonly allocate: (length: number) => A) {
    this.#items = allocate(1024);
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#items.length) {
      const larger = this.allocate(this.#length * 2);
      larger.set(this.#items);
      this.#items = larger;
    }
    this.#items[this.#length] = value;
    this.#length += 1;
  }

  append(values: ArrayLike<number>): void {
    const length = this.#length + values.length;
    if (length > this.#items.length) {
      const larger = this.allocate(Math.max(length, this.#items.length * 2));
      larger.set(this.#items);
      this.#items = larger;
    }
    this.#items.set(values, this.#length);
    this.#length = length;
  }

  /** Gives back the room that is not used. */
  trim(): void {
    this.#items = this.#items.slice(0, Math.max(1, this.#length)) as A;
  }

  at(index: number): number {
    return this.#items[index] ?? 0;
  }

  set(index: number, value: number): void {
    this.#items[index] = value;
  }

  /** What was pushed, without a copy; good until the next push. */
  view(): A {
    return this.#items.subarray(0, this.#length) as A;
  }
}

export const bytes = () => new GrowingArray((length) => new Uint8Array(length));
export const integers = () => new GrowingArray((length) => new Uint32Array(length));
export const floats = () => new GrowingArray((length) => new Float64Array(length));
