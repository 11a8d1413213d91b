import 'server-only';
import { z } from 'zod';
import { getAccount } from '@/lib/accounts/queries';
import { listPublicCollections } from '@/lib/collections/queries';
import { isBuildWithoutEngines } from '@/lib/env';
import { cached, catalogueGeneration } from '@/lib/infra/cache';
import { cacheKeys } from '@/lib/infra/cache-keys';
import { withDatabase } from '@/lib/infra/mongo';
import { itemSchema, toItemDto } from '@/lib/modules/item';
import { listPublicModulesOf } from '@/lib/modules/queries';
import { words } from '@/lib/utils/words';
import { ModuleModel } from '@/models/module-kinds';
import type { HomeDto, ModulePage, ProfileDto, SuggestionDto } from '@/types/module';
import { decodeCursor } from './cursor';
import { COUNT_BOUND, countFacets, countMatches, FACETS } from './facets';
import { listId, readPage } from './list';
import { planList } from './plan';
import { type ListModulesInput, listModulesSchema } from './schema';

const pageSchema = z.object({ items: z.array(itemSchema), nextCursor: z.string().nullable() });
const facetSchema = z.array(z.object({ value: z.string(), count: z.number() }));
const countsSchema = z.object({
  total: z.number(),
  totalIsBound: z.boolean(),
  facets: z.object(Object.fromEntries(FACETS.map((name) => [name, facetSchema]))) as unknown as z.ZodType<
    ModulePage['facets']
  >,
});

/**
 * One page of public modules with the total and the facets of the whole list. Throws `invalid_cursor`, and a ZodError
 * for input that the schema refuses.
 */
export async function listModules(input: ListModulesInput): Promise<ModulePage> {
  const query = listModulesSchema.parse(input);
  const plan = planList(query);
  const cursor = query.cursor === undefined ? null : decodeCursor(query.cursor, listId(plan));
  const generation = await catalogueGeneration();
  const page = cached(
    {
      key: cacheKeys.list(generation, [plan, cursor, query.limit]),
      ttlSeconds: 30,
      staleSeconds: 30,
      schema: pageSchema,
    },
    () =>
      withDatabase(async () => {
        const { rows, nextCursor } = await readPage(plan, cursor, query.limit);
        return { items: rows.map(toItemDto), nextCursor };
      }),
  );
  const counts = cached(
    { key: cacheKeys.facets(generation, plan.match), ttlSeconds: 60, staleSeconds: 600, schema: countsSchema },
    () =>
      withDatabase(async () => {
        const [matches, facets] = await Promise.all([countMatches(plan.match), countFacets(plan.match)]);
        return { ...matches, facets };
      }),
  );
  return { ...(await page), ...(await counts) };
}

const shelf = async (input: ListModulesInput) => (await listModules(input)).items;

/** The shelves of the home page. */
export async function getHome(): Promise<HomeDto> {
  if (isBuildWithoutEngines()) return { total: 0, kinds: [], trending: [], fresh: [], updated: [], themes: [] };
  const [all, fresh, updated, themes] = await Promise.all([
    listModules({ sort: 'trending', limit: 24 }),
    shelf({ sort: 'new', limit: 24 }),
    shelf({ sort: 'updated', limit: 24 }),
    shelf({ kind: 'color-theme', sort: 'trending', limit: 12 }),
  ]);
  const total = all.totalIsBound ? await withDatabase(() => ModuleModel.estimatedDocumentCount()) : all.total;
  return {
    total: Math.max(total, Math.min(all.total, COUNT_BOUND)),
    kinds: all.facets.kind,
    trending: all.items,
    fresh,
    updated,
    themes,
  };
}

const suggestionsSchema = z.array(itemSchema.pick({ namespace: true, name: true, title: true, kind: true }));

/** Up to eight modules for what was typed so far: of that name, then with its words in name or title, then with words that begin so. */
export async function suggestModules(q: string): Promise<SuggestionDto[]> {
  if (words(q).length === 0) return [];
  const plan = planList(listModulesSchema.parse({ q: q.slice(0, 100) }));
  const key = cacheKeys.list(await catalogueGeneration(), ['suggest', plan.phases]);
  return cached({ key, ttlSeconds: 30, schema: suggestionsSchema }, () =>
    withDatabase(async () => {
      const { rows } = await readPage(plan, null, 8);
      return rows.map(({ namespace, name, title, kind }) => ({ namespace, name, title, kind }));
    }),
  );
}

/** A person's public face: account, public modules, public collections; null when there is no such person. */
export async function getProfile(username: string): Promise<ProfileDto | null> {
  const account = await getAccount(username);
  if (!account) return null;
  const [modules, collections] = await Promise.all([listPublicModulesOf(username), listPublicCollections(username)]);
  return { account, modules, collections };
}
