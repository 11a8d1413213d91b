import 'server-only';
import { DomainError } from '@/lib/errors';
import { objectKeys } from '@/lib/infra/object-keys';
import { presignDownload } from '@/lib/infra/s3';
import { getVersion } from '@/lib/versions/queries';
import { assertScope } from '@/lib/versions/rules';
import type { Actor } from '@/types/actor';
import { recordDownload } from './record';
import { DOWNLOAD_TTL_SECONDS, downloadFilename } from './rules';
import type { DownloadInput } from './schema';

export type DownloadLink = { url: string; expiresAt: string; sha256: string; size: number; filename: string };

/**
 * A link to the published bytes that lives five minutes, for whoever may see the module; counts the download.
 * Throws `not_found`, `yanked` unless `yanked: 'allow'`, `scope_missing`, `storage_down`.
 */
export async function issueDownload(
  { namespace, name, version, yanked }: DownloadInput,
  actor: Actor | null,
): Promise<DownloadLink> {
  if (actor) assertScope(actor, 'read');
  const found = await getVersion(namespace, name, version, actor);
  if (!found) throw new DomainError('not_found');
  if (found.yanked && yanked !== 'allow') throw new DomainError('yanked', { reason: found.yanked.reason });
  const filename = downloadFilename(namespace, name, version);
  const expiresAt = new Date(Date.now() + DOWNLOAD_TTL_SECONDS * 1000).toISOString();
  const url = await presignDownload(objectKeys.artifact(found.sha256), filename, DOWNLOAD_TTL_SECONDS);
  recordDownload(namespace, name, version);
  return { url, expiresAt, sha256: found.sha256, size: found.size, filename };
}
