import { Link } from '@/components/ui/link';
import { UploadBadge } from '@/components/versions/upload-badge';
import { routes } from '@/lib/routes';
import type { UploadDto } from '@/types/module';

const errorsOf = ({ findings }: UploadDto) => findings.filter(({ severity }) => severity === 'error').length;

/** The last uploads, newest first, each leading to what the verifier said. */
export function RecentUploads({ uploads }: { uploads: UploadDto[] }) {
  return (
    <ul className="border-t border-rule">
      {uploads.map((upload) => (
        <li key={upload.uploadId} className="border-b border-rule">
          <Link
            href={routes.upload(upload.uploadId)}
            className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-1 px-2 py-2 hover:bg-bar"
          >
            <span className="font-mono">
              @{upload.namespace}/{upload.name} {upload.version}
            </span>
            <UploadBadge status={upload.status} />
            {upload.status === 'rejected' && errorsOf(upload) > 0 && (
              <span className="text-sm text-ink-2">
                {errorsOf(upload)} {errorsOf(upload) === 1 ? 'reason' : 'reasons'}
              </span>
            )}
          </Link>
        </li>
      ))}
    </ul>
  );
}
