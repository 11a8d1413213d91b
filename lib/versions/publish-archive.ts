import 'server-only';
import { createHash } from 'node:crypto';
import { objectKeys } from '@/lib/infra/object-keys';
import { writeObject } from '@/lib/infra/s3';
import type { Actor } from '@/types/actor';
import { completeUpload, startUpload } from './commands';
import type { PublishFormInput } from './schema';

/**
 * The whole publish flow for a form without JavaScript: the archive passes through us instead of going straight to the
 * storage, and is then verified like everybody's. Throws what `startUpload` and `completeUpload` throw.
 */
export async function publishArchive(input: PublishFormInput, actor: Actor): Promise<{ uploadId: string }> {
  const bytes = Buffer.from(await input.archive.arrayBuffer());
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { name, version, visibility } = input;
  const { uploadId } = await startUpload({ name, version, visibility, size: bytes.byteLength, sha256 }, actor);
  await writeObject(objectKeys.upload(uploadId), bytes, 'application/gzip');
  await completeUpload({ uploadId }, actor);
  return { uploadId };
}
