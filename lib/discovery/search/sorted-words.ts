import { breathe } from './breathe';

/** Adding more words than this at once is cheaper by sorting anew. */
const FEW = 2000;
/** A beginning of more words than this has its most frequent ones worked out in advance. */
const MANY = 512;
/** So many of them. */
const MOST = 32;

/** In how many modules a word's term is. */
type Frequency = (id: number) => number;

/** Words in the order of their letters, by what they begin with. */
export class SortedWords {
  #sorted = new Uint32Array(0);
  /** The most frequent words of every beginning that many words share, as of so many words. */
  #frequent = new Map<string, Uint32Array>();
  #weighed = 0;

  /** The list may grow; new words are found after `follow`. */
  constructor(private readonly words: readonly string[]) {}

  /** Takes in the words that are new. */
  async follow(frequency: Frequency): Promise<void> {
    const count = this.words.length;
    if (count - this.#sorted.length > FEW) this.#sorted = await this.#sortAll(count);
    else this.#insert(count);
    if (count - this.#weighed <= FEW) return;
    this.#frequent = await this.#weigh(frequency);
    this.#weighed = count;
  }

  /** Words that begin so; where these are many, only the most frequent ones and the newest. */
  beginningWith(prefix: string): number[] {
    const frequent = this.#frequent.get(prefix);
    if (!frequent) return [...this.#sorted.subarray(...this.#rangeOf(prefix))];
    const found = [...frequent];
    for (let id = this.#weighed; id < this.#sorted.length; id += 1)
      if (this.words[id]?.startsWith(prefix)) found.push(id);
    return found;
  }

  #rangeOf(prefix: string): [number, number] {
    const from = this.#placeOf(prefix);
    return [from, this.#placeOf(`${prefix}\uffff`, from)];
  }

  /** The first place whose word is not less than `wanted`. */
  #placeOf(wanted: string, from = 0): number {
    let [low, high] = [from, this.#sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.words[this.#sorted[middle] ?? 0] ?? '') < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #byLetters = (a: number, b: number) => ((this.words[a] ?? '') < (this.words[b] ?? '') ? -1 : 1);

  #insert(count: number): void {
    const old = this.#sorted;
    const added = Array.from({ length: count - old.length }, (_, at) => old.length + at).sort(this.#byLetters);
    if (added.length === 0) return;
    const all = new Uint32Array(count);
    let from = 0;
    for (const [at, id] of added.entries()) {
      const to = this.#placeOf(this.words[id] ?? '', from);
      all.set(old.subarray(from, to), from + at);
      all[to + at] = id;
      from = to;
    }
    all.set(old.subarray(from), from + added.length);
    this.#sorted = all;
  }

  /** Words of one first letter at a time, breathing between. */
  async #sortAll(count: number): Promise<Uint32Array<ArrayBuffer>> {
    const groups = new Map<string, number[]>();
    for (let id = 0; id < count; id += 1) {
      const letter = this.words[id]?.[0] ?? '';
      const group = groups.get(letter);
      if (group) group.push(id);
      else groups.set(letter, [id]);
    }
    const sorted = new Uint32Array(count);
    let at = 0;
    for (const [, group] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
      sorted.set(group.sort(this.#byLetters), at);
      at += group.length;
      await breathe();
    }
    return sorted;
  }

  /** One pass for each length of a beginning, as long as any of that length has many words. */
  async #weigh(frequency: Frequency): Promise<Map<string, Uint32Array>> {
    const frequent = new Map<string, Uint32Array>();
    let ranges: [number, number][] = [[0, this.#sorted.length]];
    for (let length = 1; ranges.length > 0; length += 1) {
      const longer: [number, number][] = [];
      for (const [from, to] of ranges) {
        for (const range of this.#split(from, to, length)) {
          const prefix = this.words[this.#sorted[range[0]] ?? 0]?.slice(0, length) ?? '';
          frequent.set(prefix, mostFrequent(this.#sorted.subarray(...range), frequency));
          longer.push(range);
        }
        await breathe();
      }
      ranges = longer;
    }
    return frequent;
  }

  /** The parts of a range that share their first letters, where they have many words. */
  #split(from: number, to: number, length: number): [number, number][] {
    const parts: [number, number][] = [];
    for (let at = from; at < to; ) {
      const word = this.words[this.#sorted[at] ?? 0] ?? '';
      const end = word.length < length ? at + 1 : Math.min(to, this.#placeOf(`${word.slice(0, length)}\uffff`, at));
      if (end - at > MANY) parts.push([at, end]);
      at = Math.max(end, at + 1);
    }
    return parts;
  }
}

function mostFrequent(ids: Uint32Array, frequency: Frequency): Uint32Array {
  const counts = Uint32Array.from(ids, frequency);
  const least = counts.slice().sort()[Math.max(0, counts.length - MOST)] ?? 0;
  return ids
    .filter((_, at) => (counts[at] ?? 0) >= least)
    .sort((a, b) => frequency(b) - frequency(a))
    .slice(0, MOST);
}
