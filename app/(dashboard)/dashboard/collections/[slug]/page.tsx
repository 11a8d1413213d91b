import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CollectionForm } from '@/components/collections/collection-form';
import { CollectionItems } from '@/components/collections/collection-items';
import { DeleteCollection } from '@/components/collections/delete-collection';
import { PageHead } from '@/components/dashboard/page-head';
import { RefusedNotice } from '@/components/dashboard/refused-notice';
import { LinkButton } from '@/components/ui/button';
import { getCollection } from '@/lib/collections/queries';
import { routes } from '@/lib/routes';
import { signedIn } from '../../../signed-in';

export const metadata: Metadata = { title: 'Edit a collection' };

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function CollectionSettingsPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const actor = await signedIn(routes.collectionSettings(slug));
  const collection = (await getCollection(actor.username, slug, actor)) ?? notFound();
  return (
    <>
      <PageHead
        title={collection.title}
        about={
          <span className="font-mono">
            @{actor.username}/collections/{slug}
          </span>
        }
        actions={<LinkButton href={routes.collection(actor.username, slug)}>See it as visitors do</LinkButton>}
      />
      <RefusedNotice code={(await searchParams).error} />
      <section className="sec">
        <h2>Modules</h2>
        <CollectionItems collection={collection} />
      </section>
      <section className="sec">
        <h2>About it</h2>
        <CollectionForm collection={collection} />
      </section>
      <section className="sec">
        <h2>Delete</h2>
        <DeleteCollection slug={slug} />
      </section>
    </>
  );
}
