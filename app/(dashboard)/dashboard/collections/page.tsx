import type { Metadata } from 'next';
import { CollectionForm } from '@/components/collections/collection-form';
import { OwnCollections } from '@/components/collections/own-collections';
import { PageHead } from '@/components/dashboard/page-head';
import { RefusedNotice } from '@/components/dashboard/refused-notice';
import { listOwnCollections } from '@/lib/collections/queries';
import { routes } from '@/lib/routes';
import { signedIn } from '../../signed-in';

export const metadata: Metadata = { title: 'Your collections' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function CollectionsPage({ searchParams }: Props) {
  const actor = await signedIn(routes.collections());
  const collections = await listOwnCollections(actor);
  return (
    <>
      <PageHead title="Collections" about="Lists of modules that belong together, in your order, with your notes." />
      <RefusedNotice code={(await searchParams).error} />
      <section className="sec">
        <h2>Yours</h2>
        <OwnCollections collections={collections} />
      </section>
      <section className="sec">
        <h2>New collection</h2>
        <CollectionForm />
      </section>
    </>
  );
}
