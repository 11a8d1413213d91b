import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHead } from '@/components/dashboard/page-head';
import { LinkButton } from '@/components/ui/button';
import { UploadWatch } from '@/components/versions/upload-watch';
import { DomainError } from '@/lib/errors';
import { routes } from '@/lib/routes';
import { getUpload } from '@/lib/versions/queries';
import type { Actor } from '@/types/actor';
import type { UploadDto } from '@/types/module';
import { signedIn } from '../../../signed-in';

export const metadata: Metadata = { title: 'Upload' };

/** Seconds after which a browser without JavaScript looks again. */
const LOOK_AGAIN = 2;

async function findUpload(id: string, actor: Actor): Promise<UploadDto> {
  try {
    return await getUpload(id, actor);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'not_found') notFound();
    throw error;
  }
}

export default async function UploadPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const upload = await findUpload(id, await signedIn(routes.upload(id)));
  const open = upload.status === 'verifying';
  return (
    <>
      {open && (
        <noscript>
          <meta httpEquiv="refresh" content={String(LOOK_AGAIN)} />
        </noscript>
      )}
      <PageHead title="Upload" about={<code>{upload.uploadId}</code>} />
      <div className="max-w-2xl">
        <UploadWatch key={upload.status} upload={upload} />
        {(upload.status === 'rejected' || upload.status === 'uploading') && (
          <p className="mt-6">
            <LinkButton href={routes.newModule()}>Go to the publish page</LinkButton>
          </p>
        )}
      </div>
    </>
  );
}
