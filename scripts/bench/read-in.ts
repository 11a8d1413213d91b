import { searchFeed } from '@/lib/discovery/feed';
import type { SearchIndex } from '@/lib/discovery/search/search-index';
import { DomainError } from '@/lib/errors';
import { catalogueGeneration } from '@/lib/infra/cache';

/** The index of this process, however long reading the catalogue in takes. */
export async function readIn(): Promise<SearchIndex> {
  for (;;) {
    try {
      return await searchFeed().current(await catalogueGeneration());
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'search_warming') throw error;
    }
  }
}
