import type { Metadata } from 'next';
import { OwnModules } from '@/components/dashboard/own-modules';
import { PageHead } from '@/components/dashboard/page-head';
import { RecentUploads } from '@/components/dashboard/recent-uploads';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { listOwnModules } from '@/lib/modules/queries';
import { routes } from '@/lib/routes';
import { listUploads } from '@/lib/versions/queries';
import { signedIn } from '../signed-in';

export const metadata: Metadata = { title: 'Your modules' };

const SHOWN_UPLOADS = 8;

function NoModules({ username }: { username: string }) {
  return (
    <EmptyState
      title="You have not published a module yet"
      sample={`tar -czf my-module.tgz -C my-module .\n# then drop my-module.tgz on the publish page`}
    >
      <p>
        Pack the files of a plugin, a theme or a config. The publish page reads the archive, asks for what is missing,
        and shows what the verifier says. It will be listed at @{username}.
      </p>
      <p className="mt-4 flex flex-wrap gap-3">
        <LinkButton look="solid" href={routes.newModule()}>
          Publish your first module
        </LinkButton>
        <Link className="link self-center" href={routes.docs('publishing')}>
          How publishing works
        </Link>
      </p>
    </EmptyState>
  );
}

export default async function DashboardPage() {
  const actor = await signedIn(routes.dashboard());
  const [modules, uploads] = await Promise.all([listOwnModules(actor), listUploads(actor)]);
  return (
    <>
      <PageHead
        title="Your modules"
        actions={
          modules.length > 0 && (
            <LinkButton look="solid" href={routes.newModule()}>
              Publish a module
            </LinkButton>
          )
        }
      />
      {modules.length > 0 ? <OwnModules modules={modules} /> : <NoModules username={actor.username} />}
      {uploads.length > 0 && (
        <section className="mt-12">
          <h2 className="mb-4 text-lg">Recent uploads</h2>
          <RecentUploads uploads={uploads.slice(0, SHOWN_UPLOADS)} />
        </section>
      )}
    </>
  );
}
