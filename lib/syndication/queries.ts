import 'server-only';
import { z } from 'zod';
import { listModules } from '@/lib/discovery/queries';
import { cached } from '@/lib/infra/cache';
import { cacheKeys } from '@/lib/infra/cache-keys';
import { withDatabase } from '@/lib/infra/mongo';
import { AccountModel } from '@/models/account';
import { CollectionModel } from '@/models/collection';
import { ModuleModel } from '@/models/module-kinds';
import type { ModuleItemDto } from '@/types/module';

export const SITEMAP_SETS = ['modules', 'people', 'collections'] as const;
export type SitemapSet = (typeof SITEMAP_SETS)[number];
export type SitemapEntry = { ref: string; changedAt: string | null };

/** Addresses of one page of the site map. */
const PAGE = 10_000;
const HOUR = 3600;

type Key = Record<string, string>;
type Shelf = {
  /** A unique index, in whose order the rows are taken: a page is a stretch of it, whatever the visibility of its rows. */
  index: Record<string, 1>;
  after: (key: Key) => Promise<Key[]>;
  rows: (from: Key | null, to: Key | null) => Promise<SitemapEntry[]>;
};

const bounds = (index: Record<string, 1>, from: Key | null, to: Key | null) => ({
  hint: index,
  ...(from ? { min: from } : {}),
  ...(to ? { max: to } : {}),
});

const MODULES = { namespace: 1, name: 1 } as const;
const PEOPLE = { username: 1 } as const;
const COLLECTIONS = { owner: 1, slug: 1 } as const;
const onlyKeys = (index: Record<string, 1>) => ({ ...index, _id: 0 });

const SHELVES: Record<SitemapSet, Shelf> = {
  modules: {
    index: MODULES,
    after: (key) =>
      ModuleModel.find({}, onlyKeys(MODULES))
        .setOptions(bounds(MODULES, key, null))
        .skip(PAGE)
        .limit(1)
        .lean<Key[]>(),
    rows: async (from, to) => {
      const rows = await ModuleModel.find({}, { ...MODULES, visibility: 1, updatedAt: 1 })
        .setOptions(bounds(MODULES, from, to))
        .limit(PAGE)
        .lean<{ namespace: string; name: string; visibility: string; updatedAt: Date }[]>();
      return rows
        .filter(({ visibility }) => visibility === 'public')
        .map(({ namespace, name, updatedAt }) => ({
          ref: `@${namespace}/${name}`,
          changedAt: updatedAt.toISOString(),
        }));
    },
  },
  people: {
    index: PEOPLE,
    after: (key) =>
      AccountModel.find({}, onlyKeys(PEOPLE))
        .setOptions(bounds(PEOPLE, key, null))
        .skip(PAGE)
        .limit(1)
        .lean<Key[]>(),
    rows: async (from, to) => {
      const rows = await AccountModel.find({}, onlyKeys(PEOPLE))
        .setOptions(bounds(PEOPLE, from, to))
        .limit(PAGE)
        .lean<{ username: string }[]>();
      return rows.map(({ username }) => ({ ref: `@${username}`, changedAt: null }));
    },
  },
  collections: {
    index: COLLECTIONS,
    after: (key) =>
      CollectionModel.find({}, onlyKeys(COLLECTIONS))
        .setOptions(bounds(COLLECTIONS, key, null))
        .skip(PAGE)
        .limit(1)
        .lean<Key[]>(),
    rows: async (from, to) => {
      const rows = await CollectionModel.find({}, { ...COLLECTIONS, visibility: 1, updatedAt: 1 })
        .setOptions(bounds(COLLECTIONS, from, to))
        .limit(PAGE)
        .lean<{ owner: string; slug: string; visibility: string; updatedAt: Date }[]>();
      return rows
        .filter(({ visibility }) => visibility === 'public')
        .map(({ owner, slug, updatedAt }) => ({
          ref: `@${owner}/collections/${slug}`,
          changedAt: updatedAt.toISOString(),
        }));
    },
  },
};

const lowest = (index: Record<string, 1>): Key => Object.fromEntries(Object.keys(index).map((name) => [name, '']));

/** Where each page begins, after the first: one step of the index a page, keys only. */
async function walk({ index, after }: Shelf): Promise<Key[]> {
  const starts: Key[] = [];
  for (let [key] = await after(lowest(index)); key; [key] = await after(key)) starts.push(key);
  return starts;
}

/** Kept for an hour and renewed behind the answer, so that no request waits for the walk. */
const startsOf = (set: SitemapSet) =>
  cached(
    {
      key: cacheKeys.sitemap(set),
      ttlSeconds: HOUR,
      staleSeconds: 24 * HOUR,
      schema: z.array(z.record(z.string(), z.string())),
    },
    () => withDatabase(() => walk(SHELVES[set])),
  );

/** How many pages of the site map each set of addresses fills. */
export async function countSitemapPages(): Promise<Record<SitemapSet, number>> {
  const [modules, people, collections] = await Promise.all(SITEMAP_SETS.map(startsOf));
  return {
    modules: (modules?.length ?? 0) + 1,
    people: (people?.length ?? 0) + 1,
    collections: (collections?.length ?? 0) + 1,
  };
}

/** One page of the site map, from 1: at most 10,000 public addresses. Null past the end. */
export async function listSitemapPage(set: SitemapSet, page: number): Promise<SitemapEntry[] | null> {
  const starts = await startsOf(set);
  if (!Number.isInteger(page) || page < 1 || page > starts.length + 1) return null;
  return withDatabase(() => SHELVES[set].rows(starts[page - 2] ?? null, starts[page - 1] ?? null));
}

const FEED = 50;

/** New and updated public modules, the last change first. */
export async function listFeed(): Promise<ModuleItemDto[]> {
  return (await listModules({ sort: 'updated', limit: FEED })).items;
}
