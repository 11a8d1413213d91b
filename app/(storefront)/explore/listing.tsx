import type { Metadata } from 'next';
import { toExploreList } from '@/components/modules/explore-data';
import { ExploreView } from '@/components/modules/explore-view';
import { KIND_INFO } from '@/components/modules/kind-info';
import { listModules } from '@/lib/discovery/queries';
import { routes } from '@/lib/routes';
import type { ModuleKind } from '@/types/module-kind';

export function listingMetadata(kind?: ModuleKind): Metadata {
  const title = kind ? KIND_INFO[kind].plural : 'Explore modules';
  const description = kind
    ? `${KIND_INFO[kind].plural} for your dotfiles: ${KIND_INFO[kind].does.toLowerCase()}, each with a map of what it writes.`
    : 'Search dotfile modules by kind, app, system, shell, licence and tag.';
  return { title, description, alternates: { canonical: routes.explore({ kind }) } };
}

/** A plain listing: everything, or one kind. */
export async function renderListing(kind?: ModuleKind) {
  const query = kind ? { kind } : {};
  return <ExploreView query={query} list={toExploreList(await listModules(query), query)} />;
}
