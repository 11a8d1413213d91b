import { breathe } from './breathe';
import { FacetRecords } from './facet-records';
import { bytes, floats, integers } from './growing-array';
import { hashOf } from './hash-table';
import { encodeLabel, Labels } from './labels';
import { FIELDS, type Lexicon } from './lexicon';
import { qualityOf } from './score';
import { type SearchRow, SORT_FIELDS, type SortField } from './search-index';
import { idParts, Segment } from './segment';
import { descendingOrder } from './sort-order';

/** Numbers this long are serial numbers: nobody looks for them alone, and an exact name is found whole. */
const SERIAL = /^\d{5,}$/;
const IN_HEADING = 0b11;

/** Postings or modules handled between two breaths, about five milliseconds' work. */
const BREATH = 200_000;

/** Collects modules in any order and numbers them by trend when the segment is made. */
export class SegmentBuilder {
  readonly #ids = integers();
  readonly #values = Object.fromEntries(SORT_FIELDS.map((field) => [field, floats()])) as Record<
    SortField,
    ReturnType<typeof floats>
  >;
  readonly #quality = floats();
  readonly #names = floats();
  /** Terms of this segment by their order of appearance. */
  readonly #terms: number[] = [];
  readonly #places = new Map<number, number>();
  readonly #entryEnds = integers();
  readonly #entryTerms = integers();
  readonly #entryMasks = bytes();
  readonly #facetEnds = integers();
  readonly #facets = integers();
  readonly #labels = new Labels();

  constructor(
    private readonly lexicon: Lexicon,
    private readonly now: number,
  ) {}

  get count(): number {
    return this.#quality.length;
  }

  /** Adds a row that may be found. */
  add(row: SearchRow & { search: NonNullable<SearchRow['search']> }): void {
    const masks = new Map<number, number>();
    FIELDS.forEach((field, bit) => {
      const text = row.search[field];
      if (text === '') return;
      for (const word of text.split(' ')) this.#note(masks, word, 1 << bit);
    });
    const name = row.search.name;
    if (/^[^\d]+ [^\d]+$/.test(name)) this.#note(masks, name.replaceAll(' ', ''), 1);
    for (const [term, mask] of [...masks]) if ((mask & IN_HEADING) !== 0) masks.set(this.lexicon.heading(term), mask);
    const filters = [...new Set(row.facets)].map((facet) => this.lexicon.term(facet));
    for (const filter of filters) masks.set(filter, 0);
    // Authors are filtered by, not counted: there are thousands of them in a long list.
    const facets = filters.map((filter) => this.lexicon.facetNumber(filter)).filter((number) => number > 0);
    const label = row.label ? encodeLabel(row.label) : new Uint8Array(0);
    this.addParts(idParts(row.id), row.values, qualityOf(row.values, this.now), hashOf(name), masks, facets, label);
  }

  /** Adds a module as it lies in another segment. */
  addParts(
    id: Iterable<number>,
    values: Record<SortField, number>,
    quality: number,
    nameHash: number,
    masks: Iterable<readonly [number, number]>,
    facets: Iterable<number>,
    label: Uint8Array,
  ): void {
    for (const part of id) this.#ids.push(part);
    for (const field of SORT_FIELDS) this.#values[field].push(values[field]);
    this.#quality.push(quality);
    this.#names.push(nameHash);
    for (const [term, mask] of masks) {
      this.#entryTerms.push(this.#placeOf(term));
      this.#entryMasks.push(mask);
    }
    this.#entryEnds.push(this.#entryTerms.length);
    for (const facet of facets) this.#facets.push(facet);
    this.#facetEnds.push(this.#facets.length);
    this.#labels.push(label);
  }

  async build(): Promise<Segment> {
    const ids = this.#ids.view();
    const order = descendingOrder(this.#values.trending.view(), ids);
    const numbers = new Uint32Array(order.length);
    order.forEach((old, doc) => {
      numbers[old] = doc;
    });
    const pick = (from: Float64Array) => Float64Array.from(order, (old) => from[old] ?? 0);
    const facets = this.#facetRecords(order);
    await breathe();
    const segment = new Segment({
      ids: Uint32Array.from(
        { length: ids.length },
        (_, at) => ids[3 * (order[Math.floor(at / 3)] ?? 0) + (at % 3)] ?? 0,
      ),
      values: Object.fromEntries(SORT_FIELDS.map((field) => [field, pick(this.#values[field].view())])) as Record<
        SortField,
        Float64Array
      >,
      quality: Float32Array.from(pick(this.#quality.view())),
      nameHashes: pick(this.#names.view()),
      ...(await this.#postings(order)),
      facets,
      labels: this.#labels.inOrder(order),
    });
    await breathe();
    await segment.prepare();
    return segment;
  }

  #note(masks: Map<number, number>, word: string, bit: number): void {
    if (SERIAL.test(word)) return;
    const term = this.lexicon.vocabulary.add(word);
    masks.set(term, (masks.get(term) ?? 0) | bit);
  }

  #placeOf(term: number): number {
    let place = this.#places.get(term);
    if (place === undefined) {
      place = this.#terms.length;
      this.#terms.push(term);
      this.#places.set(term, place);
    }
    return place;
  }

  #facetRecords(order: Uint32Array): FacetRecords {
    const [all, records] = [this.#facets.view(), new FacetRecords(order.length)];
    order.forEach((old, doc) => {
      records.set(doc, all.subarray(old === 0 ? 0 : this.#facetEnds.at(old - 1), this.#facetEnds.at(old)));
    });
    return records;
  }

  /** Counting sort: modules are visited in their final order, so each term's list comes out sorted. */
  async #postings(order: Uint32Array) {
    const byTerm = Uint32Array.from(this.#terms.keys()).sort((a, b) => (this.#terms[a] ?? 0) - (this.#terms[b] ?? 0));
    const [entries, entryMasks] = [this.#entryTerms.view(), this.#entryMasks.view()];
    const lengths = new Uint32Array(this.#terms.length);
    for (const place of entries) lengths[place] = (lengths[place] ?? 0) + 1;
    const offsets = new Uint32Array(this.#terms.length + 1);
    const next = new Uint32Array(this.#terms.length);
    byTerm.forEach((place, index) => {
      next[place] = offsets[index] ?? 0;
      offsets[index + 1] = (offsets[index] ?? 0) + (lengths[place] ?? 0);
    });
    const [docs, masks] = [new Uint32Array(entries.length), new Uint8Array(entries.length)];
    let sinceBreath = 0;
    for (let doc = 0; doc < order.length; doc += 1) {
      const old = order[doc] ?? 0;
      const [from, to] = [old === 0 ? 0 : this.#entryEnds.at(old - 1), this.#entryEnds.at(old)];
      for (let entry = from; entry < to; entry += 1) {
        const place = entries[entry] ?? 0;
        const at = next[place] ?? 0;
        docs[at] = doc;
        masks[at] = entryMasks[entry] ?? 0;
        next[place] = at + 1;
      }
      sinceBreath += to - from;
      if (sinceBreath > BREATH) {
        sinceBreath = 0;
        await breathe();
      }
    }
    return { terms: Uint32Array.from(byTerm, (place) => this.#terms[place] ?? 0), offsets, docs, masks };
  }
}
