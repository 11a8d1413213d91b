import { Bitmap } from './bitmap';
import { breathe } from './breathe';
import { MASK_WEIGHTS, QUALITY_SHARE } from './score';
import type { SegmentParts } from './segment';
import { TermList } from './term-list';

/** From so many modules on, what a list of one word answers is worked out in advance. */
export const FREQUENT = 512;
/** So many of a frequent term's best modules are known, the best first: five pages. */
export const BEST = 128;
/** A list of at least this share of all modules is also kept as bits, which take at most three times its space. */
const DENSE = 1 / 64;
/** In small segments lists are short anyway. */
const DENSE_FROM = 4096;
/** Postings handled between two breaths, a few milliseconds' work. */
const BREATH = 50_000;

/** What is known in advance of a frequent term: its best modules, and how often each facet value occurs beside it. */
export class FrequentTerm extends TermList {
  #seen = 0;
  /** Modules of the term that were removed since. */
  #gone = 0;

  constructor(
    docs: Uint32Array,
    masks: Uint8Array,
    bitmap: Bitmap | null,
    /** By what the word alone is worth there, the best first; none for a filter. */
    readonly best: Uint32Array,
    readonly facetNumbers: Uint32Array,
    readonly facetCounts: Uint32Array,
  ) {
    super(docs, masks, bitmap);
  }

  /** How many of its modules have a facet value, once removals were followed. */
  facetCount(number: number): number {
    const at = this.facetNumbers.indexOf(number);
    return at < 0 ? 0 : (this.facetCounts[at] ?? 0);
  }

  /** Follows removals, in the order in which they happened; each is looked at once. Returns how many modules are left. */
  live(removals: readonly number[], facetsOf: (doc: number) => Uint32Array): number {
    for (; this.#seen < removals.length; this.#seen += 1) {
      const doc = removals[this.#seen] ?? 0;
      if (!this.has(doc)) continue;
      this.#gone += 1;
      for (const number of facetsOf(doc)) {
        const at = this.facetNumbers.indexOf(number);
        this.facetCounts[at] = (this.facetCounts[at] ?? 0) - 1;
      }
    }
    return this.size - this.#gone;
  }
}

/** Works through all terms of a segment once, breathing. */
export async function frequentTerms(parts: SegmentParts): Promise<Map<number, FrequentTerm>> {
  const { terms, offsets, docs, masks, quality } = parts;
  const count = quality.length;
  const found = new Map<number, FrequentTerm>();
  const tally = new Uint32Array(parts.facets.size);
  let sinceBreath = 0;
  for (let at = 0; at < terms.length; at += 1) {
    const [from, to] = [offsets[at] ?? 0, offsets[at + 1] ?? 0];
    if (to - from < FREQUENT) continue;
    const [having, places] = [docs.subarray(from, to), masks.subarray(from, to)];
    for (let part = 0; part < having.length; part += BREATH) {
      const some = having.subarray(part, part + BREATH);
      parts.facets.add(some, tally);
      sinceBreath += some.length;
      if (sinceBreath < BREATH) continue;
      sinceBreath = 0;
      await breathe();
    }
    const isDense = count >= DENSE_FROM && having.length >= DENSE * count;
    const bitmap = isDense ? new Bitmap(having, count) : null;
    const [facetNumbers, facetCounts] = emptied(tally);
    const best = bestOf(having, places, quality);
    found.set(terms[at] ?? 0, new FrequentTerm(having, places, bitmap, best, facetNumbers, facetCounts));
  }
  return found;
}

/** What was counted, by number. The counters are zero afterwards. */
function emptied(tally: Uint32Array): [numbers: Uint32Array, counts: Uint32Array] {
  const numbers: number[] = [];
  for (let number = 0; number < tally.length; number += 1) if (tally[number] !== 0) numbers.push(number);
  const counts = Uint32Array.from(numbers, (number) => tally[number] ?? 0);
  tally.fill(0);
  return [Uint32Array.from(numbers), counts];
}

/** Steps in which worth is told apart at first, and more than any worth comes to in steps. */
const FINE = 1000;
const STEPS = 8 * FINE;

/** The best modules of a word by the formula of relevance for this word alone; of equal ones the liveliest. */
function bestOf(docs: Uint32Array, masks: Uint8Array, quality: Float32Array): Uint32Array {
  if (masks[0] === 0) return new Uint32Array(0);
  const worth = Float32Array.from(
    docs,
    (doc, at) => (MASK_WEIGHTS[masks[at] ?? 0] ?? 0) * (1 + QUALITY_SHARE * (quality[doc] ?? 0)),
  );
  const stepOf = (at: number) => Math.min(STEPS - 1, Math.floor((worth[at] ?? 0) * FINE));
  const having = new Uint32Array(STEPS);
  for (let at = 0; at < worth.length; at += 1) having[stepOf(at)] = (having[stepOf(at)] ?? 0) + 1;
  let [least, sum] = [STEPS, 0];
  while (least > 0 && sum < BEST) {
    least -= 1;
    sum += having[least] ?? 0;
  }
  const best: number[] = [];
  for (let at = 0; at < worth.length; at += 1) if (stepOf(at) >= least) best.push(at);
  best.sort((a, b) => (worth[b] ?? 0) - (worth[a] ?? 0) || a - b);
  return Uint32Array.from(best.slice(0, BEST), (at) => docs[at] ?? 0);
}
