import 'server-only';
import { env } from '@/lib/env';
import { catalogueGeneration } from '@/lib/infra/cache';
import { searchFeed } from './feed';
import type { SearchIndex } from './search/search-index';
import { TypesenseClient } from './typesense/client';
import { TypesenseIndex } from './typesense/typesense-index';

type Cluster = { client: TypesenseClient; index: TypesenseIndex };
const holder = globalThis as { dotkitTypesense?: Cluster };

/** The search engine that the environment names; null where every process keeps its own index. */
export function typesense(): Cluster | null {
  const { TYPESENSE_URL, TYPESENSE_API_KEY } = env();
  if (!TYPESENSE_URL || !TYPESENSE_API_KEY) return null;
  if (!holder.dotkitTypesense) {
    const client = new TypesenseClient(TYPESENSE_URL, TYPESENSE_API_KEY);
    holder.dotkitTypesense = { client, index: new TypesenseIndex(client) };
  }
  return holder.dotkitTypesense;
}

/** What lists, counts and suggestions are asked of, as of a generation of the catalogue or the present one. Throws `search_warming`, or `database_down` before anything was read. */
export async function searchIndex(generation?: number): Promise<SearchIndex> {
  return typesense()?.index ?? searchFeed().current(generation ?? (await catalogueGeneration()));
}
