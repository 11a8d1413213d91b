/** Facet values of a module that lie side by side, so that most modules cost one look at the memory; two bytes each. */
const SLOTS = 16;
/** In the last slot: there are more than fit, or numbers larger than fit, and all of them are kept apart. */
const ELSEWHERE = 0xffff;
/** So many records are fetched from the memory at once: waiting for each by itself takes twice as long. */
const TOGETHER = 64;

/** The facet values of every module of a segment, by their numbers in the lexicon. */
export class FacetRecords {
  readonly #records: Uint16Array;
  readonly #elsewhere = new Map<number, Uint32Array>();
  /** One more than the largest number. */
  size = 1;

  constructor(readonly count: number) {
    this.#records = new Uint16Array(count * SLOTS);
  }

  set(doc: number, numbers: Uint32Array): void {
    let largest = 0;
    for (const number of numbers) largest = Math.max(largest, number);
    this.size = Math.max(this.size, largest + 1);
    if (numbers.length < SLOTS && largest < ELSEWHERE) this.#records.set(numbers, doc * SLOTS);
    else {
      this.#records[doc * SLOTS + SLOTS - 1] = ELSEWHERE;
      this.#elsewhere.set(doc, numbers.slice());
    }
  }

  of(doc: number): Uint32Array {
    const from = doc * SLOTS;
    if (this.#records[from + SLOTS - 1] === ELSEWHERE) return this.#elsewhere.get(doc) ?? new Uint32Array(0);
    const record = this.#records.subarray(from, from + SLOTS);
    return Uint32Array.from(record.subarray(0, record.indexOf(0)));
  }

  /** Counts the values of these modules. */
  add(docs: Uint32Array, counts: Uint32Array): void {
    for (let from = 0; from < docs.length; from += TOGETHER) {
      const some = docs.subarray(from, from + TOGETHER);
      if (this.#hasAny(some)) this.#count(some, counts);
    }
  }

  /** Whether one of these has a value. None of the reads waits for another, so the records come near all together. */
  #hasAny(docs: Uint32Array): boolean {
    const records = this.#records;
    let any = 0;
    for (let at = 0; at < docs.length; at += 1) {
      const from = (docs[at] ?? 0) * SLOTS;
      any |= (records[from] ?? 0) | (records[from + SLOTS - 1] ?? 0);
    }
    return any !== 0;
  }

  #count(docs: Uint32Array, counts: Uint32Array): void {
    const records = this.#records;
    for (let at = 0; at < docs.length; at += 1) {
      const from = (docs[at] ?? 0) * SLOTS;
      if (records[from + SLOTS - 1] === ELSEWHERE) {
        for (const number of this.of(docs[at] ?? 0)) counts[number] = (counts[number] ?? 0) + 1;
        continue;
      }
      for (let slot = from; ; slot += 1) {
        const number = records[slot] ?? 0;
        if (number === 0) break;
        counts[number] = (counts[number] ?? 0) + 1;
      }
    }
  }
}
