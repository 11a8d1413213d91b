import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CollectionStrip } from '@/components/collections/collection-strip';
import { JsonLd } from '@/components/found/json-ld';
import { socialCard } from '@/components/layout/social-card';
import { toCard } from '@/components/modules/card-data';
import { ModuleCards } from '@/components/modules/module-cards';
import { EmptyState } from '@/components/ui/empty-state';
import { Time } from '@/components/ui/time';
import { getProfile } from '@/lib/discovery/queries';
import { routes } from '@/lib/routes';
import { absolute } from '@/lib/syndication/absolute';
import { factsOfProfile } from '@/lib/syndication/facts';
import { namespaceOf } from '@/lib/utils/namespace-of';

export const revalidate = 3600;
export const generateStaticParams = () => [];

type Props = { params: Promise<{ handle: string }> };

async function load({ params }: Props) {
  const namespace = namespaceOf((await params).handle);
  return (namespace === null ? null : await getProfile(namespace)) ?? notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { account, modules } = await load(props);
  const description = account.bio || `${modules.length} dotfile modules by ${account.displayName || account.username}.`;
  const title = `@${account.username}`;
  const url = routes.profile(account.username);
  return {
    title,
    description,
    alternates: {
      canonical: url,
      types: { 'application/atom+xml': [{ title: `Modules by ${title}`, url: routes.profileFeed(account.username) }] },
    },
    openGraph: socialCard({
      title,
      description,
      url,
      type: 'profile',
      image: routes.socialImage('people', account.username),
    }),
  };
}

export default async function ProfilePage(props: Props) {
  const profile = await load(props);
  const { account, modules, collections } = profile;
  return (
    <div className="wrap pt-8">
      <JsonLd facts={factsOfProfile(profile, absolute)} />
      <header className="mb-8">
        <p className="path">@{account.username}</p>
        <h1 className="text-2xl">{account.displayName || account.username}</h1>
        {account.bio && <p className="mt-2 max-w-2xl text-lg text-ink-2">{account.bio}</p>}
        <p className="mt-2 text-sm text-ink-2">
          Joined <Time at={account.joinedAt} />
        </p>
      </header>
      <section className="sec">
        <h2>Modules</h2>
        {modules.length > 0 ? (
          <ModuleCards cards={modules.map(toCard)} />
        ) : (
          <EmptyState title="No public modules yet">
            What @{account.username} publishes appears here, newest first.
          </EmptyState>
        )}
      </section>
      {collections.length > 0 && (
        <section className="sec">
          <h2>Collections</h2>
          <CollectionStrip collections={collections} />
        </section>
      )}
    </div>
  );
}
