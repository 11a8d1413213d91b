import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { toExploreList } from '@/components/modules/explore-data';
import { ExploreView } from '@/components/modules/explore-view';
import { KIND_INFO } from '@/components/modules/kind-info';
import { listModules } from '@/lib/discovery/queries';
import { routes } from '@/lib/routes';
import { isModuleKind } from '@/types/module-kind';

export const revalidate = 60;
export const generateStaticParams = () => [];

type Props = { params: Promise<{ listing: string }> };

/** The plain listings, which most visitors see: everything, or one kind. Prerendered on demand under /explore. */
async function queryOf({ params }: Props): Promise<{ kind?: keyof typeof KIND_INFO }> {
  const { listing } = await params;
  if (listing === 'all') return {};
  return isModuleKind(listing) ? { kind: listing } : notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { kind } = await queryOf(props);
  const url = routes.explore({ kind });
  const title = kind ? KIND_INFO[kind].plural : 'Explore modules';
  const description = kind
    ? `${KIND_INFO[kind].plural} for your dotfiles: ${KIND_INFO[kind].does.toLowerCase()}, each with a map of what it writes.`
    : 'Search dotfile modules by kind, app, system, shell, licence and tag.';
  return { title, description, alternates: { canonical: url } };
}

export default async function ListingPage(props: Props) {
  const query = await queryOf(props);
  return <ExploreView query={query} list={toExploreList(await listModules(query), query)} />;
}
