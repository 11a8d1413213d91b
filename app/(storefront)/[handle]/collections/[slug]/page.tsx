import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CollectionView } from '@/components/collections/collection-view';
import { JsonLd } from '@/components/found/json-ld';
import { socialCard } from '@/components/layout/social-card';
import { getActor } from '@/lib/accounts/queries';
import { getCollection } from '@/lib/collections/queries';
import { routes } from '@/lib/routes';
import { absolute } from '@/lib/syndication/absolute';
import { factsOfCollection } from '@/lib/syndication/facts';
import { namespaceOf } from '@/lib/utils/namespace-of';

type Props = { params: Promise<{ handle: string; slug: string }> };

/** Rendered for each viewer: a private collection answers its owner and nobody else. */
async function load({ params }: Props) {
  const { handle, slug } = await params;
  const owner = namespaceOf(handle);
  return (owner === null ? null : await getCollection(owner, slug, await getActor())) ?? notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { owner, slug, title, description, visibility } = await load(props);
  const url = routes.collection(owner, slug);
  const summary = description || `Dotfile modules collected by @${owner}.`;
  return {
    title: `${title}, a collection by @${owner}`,
    description: summary,
    alternates: { canonical: url },
    openGraph: socialCard({ title, description: summary, url, image: routes.socialImage('collections', owner, slug) }),
    ...(visibility === 'public' ? {} : { robots: { index: false } }),
  };
}

export default async function CollectionPage(props: Props) {
  const collection = await load(props);
  return (
    <>
      {collection.visibility === 'public' && <JsonLd facts={factsOfCollection(collection, absolute)} />}
      <CollectionView collection={collection} />
    </>
  );
}
