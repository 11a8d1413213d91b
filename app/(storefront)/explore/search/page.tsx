import type { Metadata } from 'next';
import { toExploreList } from '@/components/modules/explore-data';
import { ExploreView } from '@/components/modules/explore-view';
import { listModules } from '@/lib/discovery/queries';
import { DomainError } from '@/lib/errors';
import { routes } from '@/lib/routes';
import type { ModulePage } from '@/types/module';
import { type ReadQuery, readQuery, type SearchParams } from './read-query';

type Props = { searchParams: Promise<SearchParams> };

/** A cursor of another list, or of another time, leads to the first page of this one and says so. */
async function listOrFirstPage(query: ReadQuery): Promise<{ page: ModulePage; problems: string[] }> {
  try {
    return { page: await listModules(query.input), problems: query.problems };
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'invalid_cursor') throw error;
    const { cursor: _, ...input } = query.input;
    return { page: await listModules(input), problems: ['That page does not exist any more. This is the first one.'] };
  }
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { shown } = readQuery(await searchParams);
  const title = shown.q ? `“${shown.q}” in modules` : 'Explore modules';
  return {
    title,
    description: 'Search dotfile modules by kind, app, system, shell, licence and tag.',
    alternates: { canonical: routes.explore(shown.kind ? { kind: shown.kind } : {}) },
    robots: { index: false, follow: true },
  };
}

export default async function ExplorePage({ searchParams }: Props) {
  const query = readQuery(await searchParams);
  const { page, problems } = await listOrFirstPage(query);
  return <ExploreView query={query.shown} list={toExploreList(page, query.shown)} problems={problems} />;
}
