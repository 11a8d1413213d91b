import 'server-only';
import { z } from 'zod';
import { listPopularCollections } from '@/lib/collections/queries';
import { type Candidate, featured, weekOf } from '@/lib/discovery/featured';
import { byHue, type ThemesByHue } from '@/lib/discovery/hue-order';
import { listModules } from '@/lib/discovery/queries';
import { isBuildWithoutEngines } from '@/lib/env';
import { cached, catalogueGeneration } from '@/lib/infra/cache';
import { cacheKeys } from '@/lib/infra/cache-keys';
import { itemSchema } from '@/lib/modules/item';
import { getVersion } from '@/lib/versions/queries';
import type { CollectionSummaryDto, HomeDto, ModuleItemDto } from '@/types/module';

const CANDIDATES = 36;
const HUES = 48;
const COLLECTIONS = 6;

const summarySchema: z.ZodType<CollectionSummaryDto> = z.object({
  owner: z.string(),
  slug: z.string(),
  title: z.string(),
  description: z.string(),
  visibility: z.enum(['public', 'private']),
  count: z.number(),
  updatedAt: z.string(),
});

async function toCandidate(item: ModuleItemDto): Promise<Candidate[]> {
  const version = await getVersion(item.namespace, item.name, item.version, null);
  return version ? [{ item, warnings: version.warnings.length, hasReadme: version.readme !== null }] : [];
}

async function chooseFeatured(): Promise<ModuleItemDto[]> {
  const { items } = await listModules({ sort: 'trending', limit: CANDIDATES });
  return featured((await Promise.all(items.map(toCandidate))).flat(), weekOf(new Date()));
}

/** Kept longer than lists are: what is featured changes by the week, and collections are looked at together. */
async function slowShelves(): Promise<Pick<HomeDto, 'featured' | 'collections'>> {
  const key = cacheKeys.list(await catalogueGeneration(), ['home']);
  const schema = z.object({ featured: z.array(itemSchema), collections: z.array(summarySchema) });
  return cached({ key, ttlSeconds: 300, staleSeconds: 3600, schema }, async () => {
    const [chosen, collections] = await Promise.all([chooseFeatured(), listPopularCollections(COLLECTIONS)]);
    return { featured: chosen, collections };
  });
}

/** The themes that trend, up to `count`, in the order of the colour wheel. */
export async function listThemesByHue(count: number): Promise<ThemesByHue> {
  if (isBuildWithoutEngines()) return { coloured: [], greys: [] };
  return byHue((await listModules({ kind: 'color-theme', sort: 'trending', limit: count })).items);
}

const shelf = async (sort: 'new' | 'updated') => (await listModules({ sort, limit: 24 })).items;

/** The shelves of the home page. */
export async function getHome(): Promise<HomeDto> {
  const none = {
    featured: [],
    collections: [],
    trending: [],
    fresh: [],
    updated: [],
    themes: { coloured: [], greys: [] },
  };
  if (isBuildWithoutEngines()) return { total: 0, kinds: [], ...none };
  const [all, fresh, updated, themes, slow] = await Promise.all([
    listModules({ sort: 'trending', limit: 24 }),
    shelf('new'),
    shelf('updated'),
    listThemesByHue(HUES),
    slowShelves(),
  ]);
  return { total: all.total, kinds: all.facets.kind, trending: all.items, fresh, updated, themes, ...slow };
}
