import type { ModulePage, SearchText, SuggestionDto } from '@/types/module';
import type { Range } from '../ranges';

export const FACETS = ['kind', 'app', 'os', 'shell', 'license', 'appearance', 'tag', 'capability'] as const;
export type Facet = (typeof FACETS)[number];
/**
 * Beyond this many matches a total is not counted, and what facets count is a part of the list. Up to it a total is exact; facets
 * are exact too for one word or one filter, and for up to a thousand matches, and otherwise may be estimated.
 */
export const COUNT_BOUND = 10_000;
/** Values that a facet answers, most frequent first. */
export const MOST_VALUES = 30;

export const SORT_FIELDS = ['trending', 'downloads', 'stars', 'rating', 'updated', 'new'] as const;
export type SortField = (typeof SORT_FIELDS)[number];

/** What an index keeps of a module. Dates are milliseconds. `search` is null for a module that must not be found. */
export type SearchRow = {
  /** 24 hexadecimal digits. */
  id: string;
  search: SearchText | null;
  facets: string[];
  values: Record<SortField, number>;
  /** What a suggestion shows of it, for an index that answers suggestions itself. */
  label?: SuggestionDto;
};

export type SearchQuery = {
  text: string;
  /** Facet terms such as `kind:prompt`; a module must have all of them. */
  filters: string[];
  stars?: Range;
  updated?: Range;
  sort: SortField | 'relevance';
};

/** Where a page ended: the stretch of the list, the value that it is ordered by there, and the id that breaks ties. */
export type Position = { stretch: number; value: number; id: string };
export type Step = { from: Position; backwards: boolean };

/** Ids in order, and where to go on; null where the list ends. */
export type Hits = { ids: string[]; previous: Position | null; next: Position | null };

export type Counts = {
  total: number;
  totalIsBound: boolean;
  facets: ModulePage['facets'];
  /** The words that were searched for, when those asked for had to be mended to find anything. */
  spelling?: string;
  /** Only of an empty list: what it could do without, and how many modules that would give. */
  looser?: { without: string; total: number }[];
};

/**
 * Finds public modules. One adapter keeps the index in the process (memory-index.ts), another asks a distributed engine
 * (../typesense/typesense-index.ts). Order is total: equal values are ordered by id, so that pages neither overlap nor leave out.
 */
export interface SearchIndex {
  /** One page of at most `limit`, from a step on or from the beginning. */
  list(query: SearchQuery, step: Step | null, limit: number): Promise<Hits>;
  /** Total and facets of the whole list. A facet's own filter does not narrow its own counts. */
  count(query: SearchQuery): Promise<Counts>;
  /** Ids for what was typed so far: of exactly that name first, then by how name and title begin. */
  suggest(text: string, limit: number): Promise<string[]>;
  /** What suggestions show of these modules, in their order; absent where the index does not keep it. */
  labels?(ids: string[]): SuggestionDto[];
}
