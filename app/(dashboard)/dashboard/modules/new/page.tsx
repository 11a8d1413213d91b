import type { Metadata } from 'next';
import { PageHead } from '@/components/dashboard/page-head';
import { Link } from '@/components/ui/link';
import { VersionUploadForm } from '@/components/versions/version-upload-form';
import { routes } from '@/lib/routes';
import { signedIn } from '../../../signed-in';

export const metadata: Metadata = { title: 'Publish a module' };

export default async function NewModulePage() {
  const { username } = await signedIn(routes.newModule());
  return (
    <>
      <PageHead
        title="Publish a module"
        about={
          <>
            Drop the archive of a plugin, a theme or a config. It is read in your browser first, and nothing is sent
            before you say so.{' '}
            <Link className="link" href={routes.docs('publishing')}>
              How publishing works
            </Link>
          </>
        }
      />
      <VersionUploadForm username={username} />
    </>
  );
}
