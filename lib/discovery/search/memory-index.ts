import { words } from '@/lib/utils/words';
import type { SuggestionDto } from '@/types/module';
import { scored } from './candidates';
import { allFacets, type Facets, facetsOf } from './facet-counts';
import { type Interpretation, interpret } from './interpret';
import { contains } from './intersect';
import { decodeLabel } from './labels';
import { Lexicon } from './lexicon';
import { looserQueries } from './looser';
import { mergeSegments } from './merge-segments';
import { joined, pageOf, type Stretch, stretchOf, walkOf } from './paging';
import {
  COUNT_BOUND,
  type Counts,
  FACETS,
  type Hits,
  type SearchIndex,
  type SearchQuery,
  type SearchRow,
  type Step,
} from './search-index';
import type { Segment } from './segment';
import { SegmentBuilder } from './segment-builder';
import { SegmentSearch } from './segment-search';
import { Reader } from './understand';

/** Small segments are joined when there are more than this, and all when a share of the catalogue lies outside the largest. */
const MOST_SEGMENTS = 8;
const LOOSE_SHARE = 0.1;
const FEWEST_LOOSE = 5000;
/** Interpretations that are kept until the index changes: a page asks for its list, its counts and its next page. */
const KEPT = 16;
/** Of a suggestion so few candidates are looked at. */
const SUGGESTED_AMONG = 128;

const isFindable = (row: SearchRow): row is SearchRow & { search: NonNullable<SearchRow['search']> } =>
  row.search !== null;

/** Whether walking the order of all modules finds a page sooner than putting the whole list in order would. */
const isWalked = (search: SegmentSearch) => search.isCutOff || search.total ** 2 > 64 * search.segment.count;

/** The index of one process: posting lists in typed arrays, a large segment and a few small ones for what changed since. */
export class MemoryIndex implements SearchIndex {
  readonly #lexicon = new Lexicon();
  #segments: Segment[] = [];
  /** In how many modules each term is, those that were removed included. */
  #frequencies = new Uint32Array(0);
  readonly #interpretations = new Map<string, Interpretation>();
  #allFacets: Facets | undefined;
  readonly #reader = new Reader(this.#lexicon, (term) => this.#frequency(term));

  get size(): number {
    return this.#segments.reduce((sum, { live }) => sum + live, 0);
  }

  /** Takes in rows that are new or changed, and forgets those that must no longer be found. One call at a time. */
  async apply(rows: Iterable<SearchRow> | AsyncIterable<SearchRow>, now: number): Promise<void> {
    const builder = new SegmentBuilder(this.#lexicon, now);
    const changed = new Map<string, SearchRow>();
    const isFirst = this.#segments.length === 0;
    for await (const row of rows) {
      // Of a first load every row is new; later ones may repeat a row, and the last one counts.
      if (!isFirst) changed.set(row.id, row);
      else if (isFindable(row)) builder.add(row);
    }
    if (!isFirst && changed.size === 0) return;
    for (const row of changed.values()) if (isFindable(row)) builder.add(row);
    const added = builder.count > 0 ? [await builder.build()] : [];
    const frequencies = this.#frequenciesIn([...this.#segments, ...added]);
    await this.#lexicon.vocabulary.follow((term) => frequencies[term] ?? 0);
    for (const segment of this.#segments)
      for (const id of changed.keys()) {
        const doc = segment.docOf(id);
        if (doc >= 0) segment.remove(doc);
      }
    this.#replace([...this.#segments.filter(({ live }) => live > 0), ...added], frequencies);
    await this.#tidy(now);
  }

  async list(query: SearchQuery, step: Step | null, limit: number): Promise<Hits> {
    const interpretation = this.#interpret(query);
    const { searches, wanted } = interpretation;
    if (query.sort === 'relevance' && wanted.scored.length > 0)
      return pageOf(this.#byRelevance(interpretation), step, limit);
    const field = query.sort === 'relevance' ? 'trending' : query.sort;
    const stretches = searches.map((search) => {
      if (interpretation.isEverything) return walkOf(search, field, (doc) => search.segment.isLive(doc));
      return isWalked(search) ? walkOf(search, field, (doc) => search.has(doc)) : stretchOf(search.valued(field));
    });
    return pageOf([joined(stretches)], step, limit);
  }

  async count(query: SearchQuery): Promise<Counts> {
    const interpretation = this.#interpret(query);
    interpretation.counts ??= this.#count(query, interpretation);
    return interpretation.counts;
  }

  async suggest(text: string, limit: number): Promise<string[]> {
    const asked = words(text).slice(0, 8);
    if (asked.length === 0) return [];
    const exactName = asked.join(' ');
    const isOpen = !/\s$/.test(text);
    const clauses = asked.map((word, at) => {
      const clause = this.#reader.read(word, isOpen && at === asked.length - 1);
      return clause.readings.length > 0 ? clause : this.#reader.mend(word);
    });
    for (const way of [this.#reader.inHeadings(clauses), clauses]) {
      if (!way || way.some(({ readings }) => readings.length === 0)) continue;
      const wanted = { ways: [way], scored: way, headings: null, exactName, filters: [], facet: 0 };
      const stretches = this.#segments.map((segment) =>
        stretchOf(
          scored(
            new SegmentSearch(segment, wanted, 2 * SUGGESTED_AMONG),
            this.size,
            (term) => this.#frequency(term),
            SUGGESTED_AMONG,
          ),
        ),
      );
      const { ids } = pageOf([joined(stretches)], null, limit);
      if (ids.length > 0) return ids;
    }
    return [];
  }

  labels(ids: string[]): SuggestionDto[] {
    return ids.flatMap((id) => {
      for (const segment of this.#segments) {
        const doc = segment.docOf(id);
        if (doc >= 0) return [decodeLabel(segment.parts.labels.at(doc))];
      }
      return [];
    });
  }

  #byRelevance({ searches }: Interpretation): Stretch[] {
    const found = searches.map((search) => scored(search, this.size, (term) => this.#frequency(term)));
    const best = joined(found.map(stretchOf));
    const rest = searches.flatMap((search, at) => {
      const { docs, isWhole } = found[at] as (typeof found)[number];
      return isWhole ? [] : [walkOf(search, 'trending', (doc) => !contains(docs, doc) && search.has(doc))];
    });
    return rest.length > 0 ? [best, joined(rest)] : [best];
  }

  #count(query: SearchQuery, interpretation: Interpretation): Counts {
    const { total, isEverything, spelling } = interpretation;
    const facets = { ...this.#facetsOf(interpretation) };
    for (const facet of FACETS) {
      const others = query.filters.filter((filter) => !filter.startsWith(`${facet}:`));
      if (others.length === query.filters.length) continue;
      facets[facet] = this.#facetsOf(this.#interpret({ ...query, filters: others }))[facet];
    }
    const totalIsBound = !isEverything && total > COUNT_BOUND;
    return {
      total: totalIsBound ? COUNT_BOUND : total,
      totalIsBound,
      facets,
      ...(spelling ? { spelling } : {}),
      ...(total === 0 ? { looser: this.#looser(query) } : {}),
    };
  }

  #facetsOf({ isEverything, searches }: Interpretation): Facets {
    if (!isEverything) return facetsOf(this.#lexicon, searches);
    this.#allFacets ??= allFacets(this.#lexicon, this.#segments);
    return this.#allFacets;
  }

  #looser(query: SearchQuery): NonNullable<Counts['looser']> {
    return looserQueries(query)
      .map(({ without, query: looser }) => ({ without, total: Math.min(this.#interpret(looser).total, COUNT_BOUND) }))
      .filter(({ total }) => total > 0);
  }

  #interpret(query: SearchQuery): Interpretation {
    const { sort: _, ...rest } = query;
    const key = JSON.stringify(rest);
    const known = this.#interpretations.get(key);
    if (known) return known;
    const fresh = interpret(rest, { lexicon: this.#lexicon, reader: this.#reader, segments: this.#segments });
    if (this.#interpretations.size >= KEPT)
      this.#interpretations.delete(this.#interpretations.keys().next().value ?? '');
    this.#interpretations.set(key, fresh);
    return fresh;
  }

  #frequency(term: number): number {
    return this.#frequencies[term] ?? 0;
  }

  #frequenciesIn(segments: Segment[]): Uint32Array<ArrayBuffer> {
    const frequencies = new Uint32Array(this.#lexicon.size);
    for (const { parts } of segments)
      for (let at = 0; at < parts.terms.length; at += 1) {
        const term = parts.terms[at] ?? 0;
        const having = (parts.offsets[at + 1] ?? 0) - (parts.offsets[at] ?? 0);
        frequencies[term] = (frequencies[term] ?? 0) + having;
      }
    return frequencies;
  }

  #replace(segments: Segment[], frequencies = this.#frequenciesIn(segments)): void {
    this.#segments = segments;
    this.#frequencies = frequencies;
    this.#interpretations.clear();
    this.#allFacets = undefined;
  }

  async #tidy(now: number): Promise<void> {
    const [largest, ...others] = [...this.#segments].sort((a, b) => b.count - a.count);
    if (!largest || others.length === 0) return;
    const loose = others.reduce((sum, { count }) => sum + count, 0);
    if (loose > Math.max(FEWEST_LOOSE, LOOSE_SHARE * largest.count))
      this.#replace([await mergeSegments(this.#segments, this.#lexicon, now)]);
    else if (others.length >= MOST_SEGMENTS) this.#replace([largest, await mergeSegments(others, this.#lexicon, now)]);
  }
}
