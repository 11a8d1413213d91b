import 'server-only';
import { DomainError } from '@/lib/errors';
import { isDuplicateKey } from '@/lib/infra/mongo';
import { ModuleVersionModel } from '@/models/module-version';
import type { UploadDocument } from '@/models/upload';
import { precedenceOf } from './rules';

export const versionExists = (namespace: string, name: string, version: string) =>
  new DomainError(
    'version_exists',
    { namespace, name, version },
    { fields: [{ path: 'version', message: 'This version exists already.' }] },
  );

/** Takes the version number for one upload; the unique index decides. Safe to repeat. Throws `version_exists`. */
export async function reserveVersion(upload: UploadDocument): Promise<void> {
  const { namespace, name, version, sha256, sizeBytes } = upload;
  const precedence = precedenceOf(version);
  try {
    await ModuleVersionModel.create({
      namespace,
      name,
      version,
      precedence,
      uploadId: upload._id,
      status: 'verifying',
      sha256,
      sizeBytes,
    });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    const mine = await ModuleVersionModel.exists({ namespace, name, precedence, uploadId: upload._id });
    if (!mine) throw versionExists(namespace, name, version);
  }
}
