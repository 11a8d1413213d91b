import 'server-only';
import { randomBytes } from 'node:crypto';
import mongoose from 'mongoose';
import { DEFAULT_LIMITS as ARCHIVE_LIMITS } from '@/lib/archive/limits';
import { recordAudit } from '@/lib/audit/commands';
import { DomainError } from '@/lib/errors';
import { runInBackground } from '@/lib/infra/background';
import { failPoint } from '@/lib/infra/fail-point';
import { invalidate } from '@/lib/infra/invalidate';
import { withDatabase } from '@/lib/infra/mongo';
import { objectKeys } from '@/lib/infra/object-keys';
import { countRequest, LIMITS } from '@/lib/infra/rate-limit';
import { objectSize, presignUpload } from '@/lib/infra/s3';
import { requireModule } from '@/lib/modules/queries';
import { MAX_MODULES_PER_ACCOUNT } from '@/lib/modules/rules';
import { lookalikeKey } from '@/lib/utils/lookalike-key';
import type { ModuleDocument } from '@/models/module';
import { ModuleModel } from '@/models/module-kinds';
import { ModuleVersionModel } from '@/models/module-version';
import { type UploadDocument, UploadModel } from '@/models/upload';
import type { Actor } from '@/types/actor';
import type { UploadStatus } from '@/types/module';
import { refreshModule } from './module-snapshot';
import { reserveVersion, versionExists } from './reserve-version';
import { assertCanPublish, assertScope, MAX_OPEN_UPLOADS, precedenceOf, UPLOAD_TTL_SECONDS } from './rules';
import type { StartUploadInput, UploadIdInput, VersionRefInput, YankInput } from './schema';
import { newLease, verifyUpload } from './verify-upload';

export type StartedUpload = {
  uploadId: string;
  method: 'PUT';
  url: string;
  headers: Record<string, string>;
  expiresAt: string;
};

/**
 * Announces an archive: creates the row, then hands out the link for exactly these bytes. Throws `namespace_not_yours`,
 * `name_reserved`, `name_lookalike`, `version_exists`, `archive_too_large`, `module_limit`, `rate_limited`, `scope_missing`.
 */
export async function startUpload(input: StartUploadInput, actor: Actor): Promise<StartedUpload> {
  const { namespace, name } = assertCanPublish(actor, input.name, input.size, ARCHIVE_LIMITS.packedBytes);
  const uploadId = `upl_${randomBytes(16).toString('base64url')}`;
  const expiresAt = new Date(Date.now() + UPLOAD_TTL_SECONDS * 1000);
  await withDatabase(async () => {
    await assertNameFree(namespace, name);
    await assertVersionFree(namespace, name, input.version);
    await assertQuota(namespace, name, actor);
    await countNewModule(namespace, name, actor);
    await UploadModel.create({
      _id: uploadId,
      userId: actor.userId,
      username: actor.username,
      namespace,
      name,
      version: input.version,
      sizeBytes: input.size,
      sha256: input.sha256,
      visibility: input.visibility ?? 'public',
      expiresAt,
    });
  });
  const link = await presignUpload(objectKeys.upload(uploadId), input.size, input.sha256, UPLOAD_TTL_SECONDS);
  return { uploadId, method: 'PUT', ...link, expiresAt: expiresAt.toISOString() };
}

async function assertNameFree(namespace: string, name: string): Promise<void> {
  const near = await ModuleModel.findOne({ namespace, nameKey: lookalikeKey(name) }, { name: 1 }).lean<
    Pick<ModuleDocument, 'name'>
  >();
  if (near && near.name !== name) {
    throw new DomainError(
      'name_lookalike',
      { name, other: near.name },
      { fields: [{ path: 'name', message: `Too close to ${near.name}.` }] },
    );
  }
}

async function assertVersionFree(namespace: string, name: string, version: string): Promise<void> {
  const taken = await ModuleVersionModel.exists({ namespace, name, precedence: precedenceOf(version) });
  if (taken) throw versionExists(namespace, name, version);
}

async function assertQuota(namespace: string, name: string, actor: Actor): Promise<void> {
  const [known, owned, open] = await Promise.all([
    ModuleModel.exists({ namespace, name }),
    ModuleModel.countDocuments({ namespace }).limit(MAX_MODULES_PER_ACCOUNT),
    UploadModel.countDocuments({
      userId: actor.userId,
      status: 'uploading',
      expiresAt: mongoose.trusted({ $gt: new Date() }),
    }).limit(MAX_OPEN_UPLOADS),
  ]);
  if (!known && owned >= MAX_MODULES_PER_ACCOUNT)
    throw new DomainError('module_limit', { limit: MAX_MODULES_PER_ACCOUNT });
  if (open >= MAX_OPEN_UPLOADS)
    throw new DomainError('rate_limited', { seconds: UPLOAD_TTL_SECONDS }, { retryAfterSeconds: UPLOAD_TTL_SECONDS });
}

/** A name counts once an hour as a new module: its author may need a few tries. Throws `rate_limited`. */
async function countNewModule(namespace: string, name: string, actor: Actor): Promise<void> {
  const anHourAgo = new Date(Date.now() - LIMITS.newModule.seconds * 1000);
  const [known, tried] = await Promise.all([
    ModuleModel.exists({ namespace, name }),
    UploadModel.exists({ userId: actor.userId, createdAt: mongoose.trusted({ $gte: anHourAgo }), namespace, name }),
  ]);
  if (known || tried) return;
  const { allowed, resetSeconds: seconds } = await countRequest('newModule', actor.userId);
  if (!allowed) throw new DomainError('rate_limited', { seconds }, { retryAfterSeconds: seconds });
}

/**
 * Says that the bytes are there. Reserves the version number, which one of several uploads wins, and begins to verify.
 * Safe to repeat. Throws `not_found`, `upload_expired`, `upload_missing`, `size_mismatch`, `version_exists`, `storage_down`.
 */
export async function completeUpload(
  { uploadId }: UploadIdInput,
  actor: Actor,
): Promise<{ uploadId: string; status: UploadStatus }> {
  assertScope(actor, 'publish');
  return withDatabase(async () => {
    const upload = await UploadModel.findOne({ _id: uploadId, userId: actor.userId }).lean<UploadDocument>();
    if (!upload) throw new DomainError('not_found');
    if (upload.status !== 'uploading') return { uploadId, status: upload.status };
    if (upload.expiresAt.getTime() < Date.now()) throw new DomainError('upload_expired');
    const arrived = await objectSize(objectKeys.upload(uploadId));
    if (arrived === null) throw new DomainError('upload_missing');
    if (arrived !== upload.sizeBytes)
      throw new DomainError('size_mismatch', { actual: arrived, expected: upload.sizeBytes });
    await reserveVersion(upload);
    failPoint('publish:version-reserved');
    const lease = newLease();
    const won = await UploadModel.updateOne(
      { _id: uploadId, status: 'uploading' },
      { $set: { status: 'verifying', lease } },
    );
    failPoint('publish:upload-verifying');
    if (won.modifiedCount === 1) runInBackground('upload.verify', () => verifyUpload(uploadId, lease.token));
    return { uploadId, status: 'verifying' };
  });
}

/** Takes a version out of resolution without taking its bytes away. Throws `not_found`, `scope_missing`. */
export const yankVersion = (input: YankInput, actor: Actor) =>
  setYanked(input, { reason: input.reason, at: new Date(), by: actor.username }, actor);

/** Puts a yanked version back. Throws `not_found`, `scope_missing`. */
export const restoreVersion = (input: VersionRefInput, actor: Actor) => setYanked(input, null, actor);

async function setYanked(
  ref: VersionRefInput,
  yanked: { reason: string; at: Date; by: string } | null,
  actor: Actor,
): Promise<VersionRefInput> {
  const { namespace, name, version } = ref;
  assertScope(actor, 'publish');
  const module = await requireModule(namespace, name, actor);
  if (namespace !== actor.username) throw new DomainError('forbidden');
  await withDatabase(async () => {
    const found = await ModuleVersionModel.updateOne(
      { namespace, name, precedence: precedenceOf(version), version, status: 'published' },
      { $set: { yanked } },
    );
    if (found.matchedCount === 0) throw new DomainError('not_found');
    await refreshModule(namespace, name, module.visibility);
    await recordAudit(
      actor,
      yanked ? 'version.yanked' : 'version.restored',
      `@${namespace}/${name}@${version}`,
      yanked ? { reason: yanked.reason } : {},
    );
  });
  await invalidate({ type: 'versionYanked', namespace, name, version, kind: module.kind });
  return { namespace, name, version };
}
