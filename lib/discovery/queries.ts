import 'server-only';
import { getAccount } from '@/lib/accounts/queries';
import { listPublicCollections } from '@/lib/collections/queries';
import { DomainError } from '@/lib/errors';
import { cached, catalogueGeneration } from '@/lib/infra/cache';
import { cacheKeys } from '@/lib/infra/cache-keys';
import { listPublicModulesOf } from '@/lib/modules/queries';
import type { ModulePage, ProfileDto, SuggestionDto } from '@/types/module';
import { decodeCursor, encodeCursor, listId } from './cursor';
import { loadItems } from './items';
import { parseOperators } from './operators';
import { pageSchema } from './page-schema';
import { parseStars, parseUpdated } from './ranges';
import { type ListModulesInput, type ListModulesQuery, listModulesSchema } from './schema';
import type { SearchQuery, Step } from './search/search-index';
import { searchIndex } from './search-index-of';

const FILTERS = ['kind', 'app', 'os', 'shell', 'tag', 'license', 'author', 'appearance', 'capability'] as const;
const SUGGESTIONS = 8;
/** "Within a week" means the same list for an hour, so that its pages can be followed. */
const HOUR_MS = 3_600_000;

/** What a list asks the index for: operators in the text are filters like the others. Throws `invalid_input` for those it cannot read. */
function toSearchQuery(query: ListModulesQuery): SearchQuery {
  const { text, filters, problems } = parseOperators(query.q ?? '');
  const [problem] = problems;
  if (problem) {
    const message = `${problem.operator}: ${problem.message}`;
    throw new DomainError('invalid_input', {}, { fields: [{ path: 'q', message }] });
  }
  const given = (name: (typeof FILTERS)[number]) =>
    [...new Set([query[name], filters[name]])].flatMap((value) => (value === undefined ? [] : [`${name}:${value}`]));
  const starsText = query.stars ?? filters.stars;
  const updatedText = query.updated ?? filters.updated;
  const stars = starsText === undefined ? null : parseStars(starsText);
  const now = Math.floor(Date.now() / HOUR_MS) * HOUR_MS;
  const updated = updatedText === undefined ? null : parseUpdated(updatedText, now);
  return {
    text,
    filters: FILTERS.flatMap(given),
    ...(stars ? { stars } : {}),
    ...(updated ? { updated } : {}),
    sort: query.sort ?? (text ? 'relevance' : 'trending'),
  };
}

/**
 * One page of public modules with the total and the facets of the whole list. Throws `invalid_cursor`, `invalid_input` for
 * operators that cannot be read, and a ZodError for input that the schema refuses.
 */
export async function listModules(input: ListModulesInput): Promise<ModulePage> {
  const query = listModulesSchema.parse(input);
  const { cursor, limit, ...asked } = query;
  const wanted = toSearchQuery(query);
  const list = listId({ ...asked, sort: wanted.sort });
  const step = cursor === undefined ? null : decodeCursor(cursor, list);
  const generation = await catalogueGeneration();
  const load = () => readPage(generation, wanted, list, step, limit);
  // Lists are asked for again and again; of searches nearly each is new, and the cache would cost more than the index.
  if (wanted.text) return load();
  const key = cacheKeys.list(generation, [list, step, limit]);
  return cached({ key, ttlSeconds: 30, staleSeconds: 30, schema: pageSchema }, load);
}

async function readPage(
  generation: number,
  wanted: SearchQuery,
  list: string,
  step: Step | null,
  limit: number,
): Promise<ModulePage> {
  const search = await searchIndex(generation);
  const [hits, counts] = await Promise.all([search.list(wanted, step, limit), search.count(wanted)]);
  return {
    items: await loadItems(hits.ids),
    nextCursor: hits.next && encodeCursor(list, hits.next, false),
    previousCursor: hits.previous && encodeCursor(list, hits.previous, true),
    ...counts,
  };
}

/** Up to eight modules for what was typed so far: of that name, then by how name and title begin, misspellings last. */
export async function suggestModules(q: string): Promise<SuggestionDto[]> {
  const index = await searchIndex();
  const ids = await index.suggest(q.slice(0, 100), SUGGESTIONS);
  // An index of this process is no more than a second behind; what another engine names is looked up, for it may be private by now.
  if (index.labels) return index.labels(ids);
  const items = await loadItems(ids);
  return items.map(({ namespace, name, title, kind }) => ({ namespace, name, title, kind }));
}

/** A person's public face: account, public modules, public collections; null when there is no such person. */
export async function getProfile(username: string): Promise<ProfileDto | null> {
  const account = await getAccount(username);
  if (!account) return null;
  const [modules, collections] = await Promise.all([listPublicModulesOf(username), listPublicCollections(username)]);
  return { account, modules, collections };
}
