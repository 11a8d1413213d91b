import 'server-only';
import type mongoose from 'mongoose';
import { DomainError } from '@/lib/errors';
import { log } from '@/lib/infra/log';
import { withDatabase } from '@/lib/infra/mongo';
import type { ModuleDocument } from '@/models/module';
import { ModuleModel } from '@/models/module-kinds';
import { MemoryIndex } from './search/memory-index';
import type { SearchIndex, SearchRow } from './search/search-index';

/** A reader waits for the index to follow when it last did so longer ago than this. */
const FOLLOW_MS = 1000;
/** Rows are read again for so long: one may be written a while after the moment that it carries, or by a host whose clock is behind. */
const OVERLAP_MS = 30_000;
/** A first page may wait for so long while a large catalogue is read in. */
const PATIENCE_MS = 15_000;
/** And this long, at most, while an index that is there already takes in what changed. */
const FOLLOW_PATIENCE_MS = 1500;
const REST_MS = 3000;
const BATCH = 2000;

/** What the index is told of a module. */
export type FedRow = Pick<ModuleDocument, 'search' | 'facets' | 'rank' | 'updatedAt' | 'publishedAt' | 'changedAt'> & {
  _id: mongoose.Types.ObjectId;
};
export const FED_FIELDS = { search: 1, facets: 1, rank: 1, updatedAt: 1, publishedAt: 1, changedAt: 1 } as const;

export const toSearchRow = ({ _id, search, facets, rank, updatedAt, publishedAt }: FedRow): SearchRow => ({
  id: _id.toHexString(),
  search: search ?? null,
  facets,
  values: {
    trending: rank.trending,
    downloads: rank.downloads,
    stars: rank.stars,
    rating: rank.rating,
    updated: updatedAt.getTime(),
    new: publishedAt.getTime(),
  },
});

/** Keeps one index as the database is, by reading on from the newest change that it has seen. */
export class Feed {
  readonly index = new MemoryIndex();
  #newest = 0;
  /** What was taken in within the overlap, by id and moment. */
  #recent = new Map<string, number>();
  #followedAt = 0;
  #generation = -1;
  #restUntil = 0;
  #isLoaded = false;
  #following: Promise<void> | null = null;
  /** Called with the ids of rows that changed. */
  readonly onChange = new Set<(ids: string[]) => void>();

  /**
   * The index, no more than a second behind the database, and with everything that was written before the catalogue's generation
   * became this one; while the database is away, as it was. Throws `database_down` before anything was read, and
   * `search_warming` while a large catalogue is being read in.
   */
  async current(generation: number): Promise<SearchIndex> {
    if (!this.#isLoaded) await atMost(this.#follow(), PATIENCE_MS);
    const deadline = Date.now() + FOLLOW_PATIENCE_MS;
    try {
      // A reading that was under way may have passed the newest row already: the second one began afterwards.
      for (let reading = 0; reading < 2 && !this.#isCurrent(generation); reading += 1)
        await atMost(this.#follow(generation), deadline - Date.now());
    } catch (error) {
      log.warn('search.follow_failed', { error });
      // Not every reader shall wait for a database that does not answer.
      this.#restUntil = Date.now() + REST_MS;
    }
    return this.index;
  }

  #isCurrent(generation: number): boolean {
    const now = Date.now();
    return now < this.#restUntil || (now - this.#followedAt < FOLLOW_MS && this.#generation === generation);
  }

  /** Reads what changed. Calls at the same time share one reading. */
  #follow(generation = -1): Promise<void> {
    this.#following ??= this.#read(generation).finally(() => {
      this.#following = null;
    });
    return this.#following;
  }

  async #read(generation: number): Promise<void> {
    const startedAt = Date.now();
    // Remembered only once the index has them: a reading that breaks off is repeated as a whole.
    const seen = new Map<string, number>();
    await withDatabase(() => this.index.apply(this.#rows(seen), startedAt));
    for (const at of seen.values()) this.#newest = Math.max(this.#newest, at);
    const overlap = this.#newest - OVERLAP_MS;
    for (const [id, at] of [...this.#recent, ...seen]) {
      if (at >= overlap) this.#recent.set(id, at);
      else this.#recent.delete(id);
    }
    if (this.#isLoaded && seen.size > 0) for (const listener of this.onChange) listener([...seen.keys()]);
    this.#isLoaded = true;
    this.#followedAt = startedAt;
    this.#generation = generation;
  }

  async *#rows(seen: Map<string, number>): AsyncGenerator<SearchRow> {
    const filter = this.#isLoaded ? { changedAt: { $gte: new Date(this.#newest - OVERLAP_MS) } } : {};
    const cursor = ModuleModel.collection.find<FedRow>(filter, { projection: FED_FIELDS, batchSize: BATCH });
    for await (const row of cursor) {
      const [id, at] = [row._id.toHexString(), row.changedAt?.getTime() ?? 0];
      if (this.#recent.get(id) === at) continue;
      seen.set(id, at);
      yield toSearchRow(row);
    }
  }
}

async function atMost<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DomainError('search_warming')), Math.max(0, ms));
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** Pages and routes are bundled apart, and hot reload replaces modules: the one index of the process lives on the global. */
const holder = globalThis as { dotkitSearch?: Feed };

export function searchFeed(): Feed {
  holder.dotkitSearch ??= new Feed();
  return holder.dotkitSearch;
}
