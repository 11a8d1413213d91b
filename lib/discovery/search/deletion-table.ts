import { breathe } from './breathe';
import { integers } from './growing-array';

/** Letters of a word that count here: what lies beyond is left to the comparison itself. */
const PREFIX = 8;
const WORDS_A_BREATH = 5000;
const FEWEST_SLOTS = 1024;

/** Calls back with a hash (FNV-1a) of the word with exactly so many of its first letters left out, in every way. */
export function eachDeletion(word: string, left: number, found: (hash: number) => void): void {
  const length = Math.min(PREFIX, word.length);
  const leaveOut = (from: number, start: number, out: number): void => {
    let hash = start;
    for (let at = from; at < length; at += 1) {
      if (out > 0) leaveOut(at + 1, hash, out - 1);
      hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
    }
    if (out === 0) found((hash ^ (hash >>> 15)) >>> 0);
  };
  leaveOut(0, 0x811c9dc5, left);
}

/** Words by the hashes of what is left of them, in two arrays. Another word may share the slot: what is found must be compared. */
export class DeletionTable {
  readonly #starts: Uint32Array;
  readonly #words: Uint32Array;

  private constructor(starts: Uint32Array, words: Uint32Array) {
    [this.#starts, this.#words] = [starts, words];
  }

  /** Of the first words of a list; `leftOut` says how many letters may be left out of one. */
  static async of(words: readonly string[], leftOut: (word: string) => number[]): Promise<DeletionTable> {
    const [hashes, ends] = [integers(), integers()];
    for (let id = 0, count = words.length; id < count; id += 1) {
      if (id % WORDS_A_BREATH === WORDS_A_BREATH - 1) await breathe();
      const word = words[id] ?? '';
      for (const left of leftOut(word)) eachDeletion(word, left, (hash) => hashes.push(hash));
      ends.push(hashes.length);
    }
    let slots = FEWEST_SLOTS;
    while (slots * 2 < hashes.length) slots *= 2;
    const starts = new Uint32Array(slots + 1);
    const all = hashes.view();
    for (const hash of all) starts[hash & (slots - 1)] = (starts[hash & (slots - 1)] ?? 0) + 1;
    await breathe();
    // From counts to ends; filling then moves each end to its start.
    for (let slot = 1; slot <= slots; slot += 1) starts[slot] = (starts[slot] ?? 0) + (starts[slot - 1] ?? 0);
    const filled = new Uint32Array(all.length);
    for (let id = 0, at = 0; id < ends.length; id += 1) {
      if (id % WORDS_A_BREATH === WORDS_A_BREATH - 1) await breathe();
      for (; at < ends.at(id); at += 1) {
        const slot = (all[at] ?? 0) & (slots - 1);
        const place = (starts[slot] ?? 0) - 1;
        starts[slot] = place;
        filled[place] = id;
      }
    }
    return new DeletionTable(starts, filled);
  }

  find(hash: number, found: (id: number) => void): void {
    const slot = hash & (this.#starts.length - 2);
    for (let at = this.#starts[slot] ?? 0; at < (this.#starts[slot + 1] ?? 0); at += 1) found(this.#words[at] ?? 0);
  }
}
