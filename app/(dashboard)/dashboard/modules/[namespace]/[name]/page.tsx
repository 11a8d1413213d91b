import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ListingForm } from '@/components/dashboard/listing-form';
import { nextDraft } from '@/components/dashboard/manifest/next-draft';
import { PageHead } from '@/components/dashboard/page-head';
import { VersionRows } from '@/components/dashboard/version-rows';
import { Badge } from '@/components/ui/badge';
import { LinkButton } from '@/components/ui/button';
import { VersionUploadForm } from '@/components/versions/version-upload-form';
import { getModule } from '@/lib/modules/queries';
import { ownsNamespace } from '@/lib/modules/rules';
import { routes } from '@/lib/routes';
import { getVersion } from '@/lib/versions/queries';
import { signedIn } from '../../../../signed-in';

export const metadata: Metadata = { title: 'Manage a module' };

type Props = { params: Promise<{ namespace: string; name: string }> };

export default async function ModuleSettingsPage({ params }: Props) {
  const { namespace, name } = await params;
  const actor = await signedIn(routes.moduleSettings(namespace, name));
  // Of somebody else's module not even its settings page exists.
  if (!ownsNamespace(actor, namespace)) notFound();
  const module = (await getModule(namespace, name, actor)) ?? notFound();
  const latest = await getVersion(namespace, name, module.version, actor);
  const draft = nextDraft(latest?.manifest ?? {}, module);
  return (
    <>
      <PageHead
        title={module.title}
        about={
          <>
            <code>
              @{namespace}/{name} {module.version}
            </code>{' '}
            {module.visibility !== 'public' && <Badge tone="info">{module.visibility}</Badge>}{' '}
            {module.deprecated && <Badge tone="warn">deprecated</Badge>}
          </>
        }
        actions={<LinkButton href={routes.module(namespace, name)}>See it as visitors do</LinkButton>}
      />
      <section className="border-t border-rule pt-6 pb-10">
        <h2 className="mb-4">New version</h2>
        <VersionUploadForm username={actor.username} module={{ name, kind: module.kind, draft }} />
      </section>
      <section className="sec">
        <h2>Versions</h2>
        <VersionRows module={module} />
      </section>
      <section className="sec">
        <h2>Listing</h2>
        <ListingForm module={module} />
      </section>
    </>
  );
}
