import 'server-only';
import { z } from 'zod';
import { cached } from '@/lib/infra/cache';
import { cacheKeys } from '@/lib/infra/cache-keys';
import { withDatabase } from '@/lib/infra/mongo';
import { ITEM_PROJECTION, type ItemFields, itemSchema, toItemDto } from '@/lib/modules/item';
import { canView } from '@/lib/modules/rules';
import { type CollectionDocument, CollectionModel } from '@/models/collection';
import type { ModuleDocument } from '@/models/module';
import { ModuleModel } from '@/models/module-kinds';
import type { Actor } from '@/types/actor';
import type { CollectionDto, CollectionSummaryDto } from '@/types/module';
import { mostPopular } from './rules';

const entrySchema = z.object({ module: itemSchema, note: z.string() });
const collectionSchema = z.object({
  owner: z.string(),
  slug: z.string(),
  title: z.string(),
  description: z.string(),
  visibility: z.enum(['public', 'private']),
  items: z.array(entrySchema),
  updatedAt: z.string(),
});

type Member = ItemFields & Pick<ModuleDocument, 'visibility'>;

/** Members in the collector's order; a module that the reader may not see is left out without a trace. */
async function loadCollection(owner: string, slug: string, actor: Actor | null): Promise<CollectionDto | null> {
  return withDatabase(async () => {
    const row = await CollectionModel.findOne({ owner, slug }).lean<CollectionDocument>();
    if (!row) return null;
    const refs = row.items.map(({ namespace, name }) => ({ namespace, name }));
    const modules =
      refs.length > 0
        ? await ModuleModel.find({ $or: refs }, { ...ITEM_PROJECTION, visibility: 1 }).lean<Member[]>()
        : [];
    const visible = new Map(
      modules
        .filter((module) => canView(actor, module))
        .map((module) => [`${module.namespace}/${module.name}`, module]),
    );
    const items = row.items.flatMap(({ namespace, name, note }) => {
      const module = visible.get(`${namespace}/${name}`);
      return module ? [{ module: toItemDto(module), note }] : [];
    });
    return {
      owner,
      slug,
      title: row.title,
      description: row.description,
      visibility: row.visibility,
      items,
      updatedAt: row.updatedAt.toISOString(),
    };
  });
}

const refOf = ({ namespace, name }: { namespace: string; name: string }) => `${namespace}/${name}`;

/** A collection; null when there is none or it is another person's private one. Owners read past the cache. */
export async function getCollection(owner: string, slug: string, actor: Actor | null): Promise<CollectionDto | null> {
  if (actor?.username === owner) return loadCollection(owner, slug, actor);
  const options = { key: cacheKeys.collection(owner, slug), ttlSeconds: 60, schema: collectionSchema.nullable() };
  const collection = await cached(options, () => loadCollection(owner, slug, null));
  if (collection?.visibility !== 'public') return null;
  // A member may have turned private since: what is kept must not name it for another minute.
  const hidden = await withDatabase(() => hiddenAmong(collection.items.map(({ module }) => module)));
  return { ...collection, items: collection.items.filter(({ module }) => !hidden.has(refOf(module))) };
}

const toSummary = (row: CollectionDocument, count = row.items.length): CollectionSummaryDto => ({
  owner: row.owner,
  slug: row.slug,
  title: row.title,
  description: row.description,
  visibility: row.visibility,
  count,
  updatedAt: row.updatedAt.toISOString(),
});

/** The actor's collections, private ones too, most recently changed first. */
export async function listOwnCollections(actor: Actor): Promise<CollectionSummaryDto[]> {
  const rows = await withDatabase(() =>
    CollectionModel.find({ owner: actor.username })
      .sort({ updatedAt: -1, _id: -1 })
      .limit(200)
      .lean<CollectionDocument[]>(),
  );
  return rows.map((row) => toSummary(row));
}

/** Which of these modules are private now. */
async function hiddenAmong(modules: { namespace: string; name: string }[]): Promise<Set<string>> {
  if (modules.length === 0) return new Set();
  const refs = modules.map(({ namespace, name }) => ({ namespace, name, visibility: 'private' as const }));
  const hidden = await ModuleModel.find({ $or: refs }, { namespace: 1, name: 1 }).lean<Member[]>();
  return new Set(hidden.map(refOf));
}

/** Which members of these collections are private now: a count that included them would betray them. */
const hiddenMembers = (rows: CollectionDocument[]): Promise<Set<string>> => {
  const members = new Map(rows.flatMap(({ items }) => items).map((item) => [refOf(item), item]));
  return hiddenAmong([...members.values()]);
};

/** Public collections of one person, with the number of members that everybody may see. */
export async function listPublicCollections(owner: string): Promise<CollectionSummaryDto[]> {
  return withDatabase(async () => {
    const rows = await CollectionModel.find({ owner, visibility: 'public' })
      .sort({ updatedAt: -1, _id: -1 })
      .limit(100)
      .lean<CollectionDocument[]>();
    const hidden = await hiddenMembers(rows);
    return rows.map((row) => toSummary(row, row.items.filter((item) => !hidden.has(refOf(item))).length));
  });
}

const POPULAR_AMONG = 40;
const LOOKED_AT = 12;

/** Stars of the first members of each collection, and who of them everybody may see. */
async function publicMembers(rows: CollectionDocument[]): Promise<Map<string, number>> {
  const looked = rows.flatMap(({ items }) => items.slice(0, LOOKED_AT));
  const refs = [...new Map(looked.map((item) => [refOf(item), item])).values()];
  if (refs.length === 0) return new Map();
  const found = await ModuleModel.find(
    { $or: refs.map(({ namespace, name }) => ({ namespace, name, visibility: 'public' as const })) },
    { namespace: 1, name: 1, stars: 1 },
  ).lean<Pick<ModuleDocument, 'namespace' | 'name' | 'stars'>[]>();
  return new Map(found.map((module) => [refOf(module), module.stars]));
}

/** Popular among the public collections that changed last; `mostPopular` says what that means. */
export async function listPopularCollections(count: number): Promise<CollectionSummaryDto[]> {
  return withDatabase(async () => {
    const rows = await CollectionModel.find({ visibility: 'public' })
      .sort({ updatedAt: -1, _id: -1 })
      .limit(POPULAR_AMONG)
      .lean<CollectionDocument[]>();
    const stars = await publicMembers(rows);
    const standing = rows.map((row) => {
      const shown = row.items.slice(0, LOOKED_AT).flatMap((item) => stars.get(refOf(item)) ?? []);
      return {
        row,
        owner: row.owner,
        updatedAt: row.updatedAt,
        size: shown.length,
        stars: shown.reduce((sum, each) => sum + each, 0),
      };
    });
    const best = mostPopular(standing, count, new Date()).map(({ row }) => row);
    const hidden = await hiddenMembers(best);
    return best.map((row) => toSummary(row, row.items.filter((item) => !hidden.has(refOf(item))).length));
  });
}
