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
export type FedRow = Pick<ModuleDocument, keyof typeof FED_FIELDS> & {
  _id: mongoose.Types.ObjectId;
};
export const FED_FIELDS = {
  namespace: 1,
  name: 1,
  title: 1,
  kind: 1,
  search: 1,
  facets: 1,
  rank: 1,
  updatedAt: 1,
  publishedAt: 1,
  changedAt: 1,
} as const;

export const toSearchRow = ({ _id, search, facets, rank, updatedAt, publishedAt, ...row }: FedRow): SearchRow => ({
  id: _id.toHexString(),
  label: { namespace: row.namespace, name: row.name, title: row.title, kind: row.kind },
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

/** Keeps one index as the database is, by reading what changed since it last did. */
export class Feed {
  readonly index = new MemoryIndex();
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
    // A reading that was under way may have passed the newest row already: the second one began afterwards.
    for (let reading = 0; reading < 2 && !this.#isCurrent(generation); reading += 1)
      await atMost(this.#follow(generation), deadline - Date.now()).catch(() => {
        // Not every reader shall wait for a database that does not answer.
        this.#restUntil = Date.now() + REST_MS;
      });
    return this.index;
  }

  #isCurrent(generation: number): boolean {
    const now = Date.now();
    return now < this.#restUntil || (now - this.#followedAt < FOLLOW_MS && this.#generation === generation);
  }

  /** Reads what changed. Calls at the same time share one reading. */
  #follow(generation = -1): Promise<void> {
    this.#following ??= this.#read(generation)
      .catch((error: unknown) => {
        log.warn('search.follow_failed', { error });
        throw error;
      })
      .finally(() => {
        this.#following = null;
      });
    return this.#following;
  }

  async #read(generation: number): Promise<void> {
    const startedAt = Date.now();
    // Remembered only once the index has them: a reading that breaks off is repeated as a whole.
    const seen = new Map<string, number>();
    await withDatabase(() =>
      this.index.apply(this.#isLoaded ? this.#changes(seen) : this.#everything(seen), startedAt),
    );
    for (const [id, at] of seen) this.#recent.set(id, at);
    for (const [id, at] of this.#recent) if (at < startedAt - OVERLAP_MS) this.#recent.delete(id);
    if (this.#isLoaded && seen.size > 0) for (const listener of this.onChange) listener([...seen.keys()]);
    this.#isLoaded = true;
    this.#followedAt = startedAt;
    this.#generation = generation;
  }

  async *#everything(seen: Map<string, number>): AsyncGenerator<SearchRow> {
    yield* this.#rows({}, seen);
  }

  /** First only ids and moments, which the index of the database holds: most rows of the overlap are known. */
  async *#changes(seen: Map<string, number>): AsyncGenerator<SearchRow> {
    const marks = await ModuleModel.collection
      .find<Pick<FedRow, '_id' | 'changedAt'>>(
        { changedAt: { $gte: new Date(this.#followedAt - OVERLAP_MS) } },
        { projection: { _id: 1, changedAt: 1 }, batchSize: BATCH },
      )
      .toArray();
    const changed = marks.filter(({ _id, changedAt }) => this.#recent.get(_id.toHexString()) !== changedAt.getTime());
    for (let from = 0; from < changed.length; from += BATCH)
      yield* this.#rows({ _id: { $in: changed.slice(from, from + BATCH).map(({ _id }) => _id) } }, seen);
  }

  async *#rows(filter: object, seen: Map<string, number>): AsyncGenerator<SearchRow> {
    const cursor = ModuleModel.collection.find<FedRow>(filter, { projection: FED_FIELDS, batchSize: BATCH });
    for await (const row of cursor) {
      seen.set(row._id.toHexString(), row.changedAt?.getTime() ?? 0);
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
