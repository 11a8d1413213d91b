import 'server-only';
import { type ArchiveReport, VERIFIER_VERSION } from '@/lib/archive/verify';
import { recordAudit } from '@/lib/audit/commands';
import { DomainError } from '@/lib/errors';
import { failPoint } from '@/lib/infra/fail-point';
import { invalidate } from '@/lib/infra/invalidate';
import { log } from '@/lib/infra/log';
import { objectKeys } from '@/lib/infra/object-keys';
import { deleteObject, writeObject } from '@/lib/infra/s3';
import type { Manifest } from '@/lib/manifest/schema';
import { ModuleModel } from '@/models/module-kinds';
import { ModuleVersionModel } from '@/models/module-version';
import { type UploadDocument, UploadModel } from '@/models/upload';
import type { Finding } from '@/types/finding';
import type { ModuleKind } from '@/types/module-kind';
import { refreshModule } from './module-snapshot';

type Verified = ArchiveReport & { manifest: Manifest };

/** Stores the verified bytes under their own hash, then makes the version visible by compare-and-set. */
export async function publishVerified(
  upload: UploadDocument,
  leaseToken: string,
  report: Verified,
  bytes: Uint8Array,
): Promise<void> {
  await writeObject(objectKeys.artifact(report.sha256), bytes, 'application/gzip');
  failPoint('publish:artifact-written');
  const now = new Date();
  const won = await ModuleVersionModel.updateOne(
    { uploadId: upload._id, status: 'verifying' },
    {
      $set: {
        status: 'published',
        sha256: report.sha256,
        sizeBytes: report.sizeBytes,
        manifest: report.manifest,
        files: report.files,
        writes: report.writes,
        capabilities: report.capabilities,
        warnings: report.findings,
        readme: report.readme,
        changelog: report.changelog,
        verification: { sha256: report.sha256, verifier: VERIFIER_VERSION, at: now },
        publishedAt: now,
      },
    },
  );
  if (won.modifiedCount !== 1 && !(await ModuleVersionModel.exists({ uploadId: upload._id, status: 'published' }))) {
    throw new Error(`The reservation of ${upload._id} is gone.`);
  }
  failPoint('publish:version-published');
  await finishPublishing(upload, leaseToken);
}

/** What follows once the version row says `published`; the sweeper comes here again after a crash at any step. */
export async function finishPublishing(upload: UploadDocument, leaseToken: string): Promise<void> {
  const { namespace, name, version } = upload;
  await refreshModule(namespace, name, upload.visibility);
  failPoint('publish:module-refreshed');
  const { kind, warnings } = await requireSameKind(upload);
  // Before the upload says so: whoever waits for it then finds the version, and a crash repeats this instead of losing it.
  await invalidate({ type: 'versionPublished', namespace, name, version, kind });
  const won = await UploadModel.updateOne(
    { _id: upload._id, status: 'verifying', 'lease.token': leaseToken },
    { $set: { status: 'published', lease: null, findings: warnings } },
  );
  failPoint('publish:upload-published');
  if (won.modifiedCount === 1)
    await recordAudit(upload, 'version.published', `@${namespace}/${name}@${version}`, { sha256: upload.sha256 });
  await removeStaged(upload._id);
}

/** Two first versions of different kinds may be verified at once; the module is of the kind that was born first. */
async function requireSameKind({ _id, namespace, name }: UploadDocument) {
  const [module, row] = await Promise.all([
    ModuleModel.findOne({ namespace, name }, { kind: 1 }).lean<{ kind: ModuleKind }>(),
    ModuleVersionModel.findOne({ uploadId: _id, status: 'published' }, { warnings: 1, 'manifest.kind': 1 }).lean<{
      warnings: Finding[];
      manifest: { kind: ModuleKind };
    }>(),
  ]);
  if (!module || !row) throw new Error(`The version of ${_id} is gone.`);
  if (module.kind !== row.manifest.kind) throw new DomainError('kind_fixed', { namespace, name, kind: module.kind });
  return { kind: module.kind, warnings: row.warnings };
}

/** Ends an upload that may not be published: the version number is free again, the bytes go. */
export async function rejectUpload(upload: UploadDocument, leaseToken: string, findings: Finding[]): Promise<void> {
  const won = await UploadModel.updateOne(
    { _id: upload._id, status: 'verifying', 'lease.token': leaseToken },
    { $set: { status: 'rejected', lease: null, findings } },
  );
  failPoint('publish:rejected');
  if (won.modifiedCount !== 1) return;
  await ModuleVersionModel.deleteOne({ uploadId: upload._id, status: 'verifying' });
  await removeStaged(upload._id);
}

/** As `rejectUpload`, for a version that only after its own publication turned out to have lost a race for name or kind. */
export async function withdrawVersion(upload: UploadDocument, leaseToken: string, finding: Finding): Promise<void> {
  const { deletedCount } = await ModuleVersionModel.deleteOne({ uploadId: upload._id });
  if (deletedCount === 1) await refreshModule(upload.namespace, upload.name, upload.visibility);
  await rejectUpload(upload, leaseToken, [finding]);
}

/** Early removal is a courtesy: the upload link may write once more until it expires, and the sweeper comes after that. */
async function removeStaged(uploadId: string): Promise<void> {
  try {
    await deleteObject(objectKeys.upload(uploadId));
    await UploadModel.updateOne({ _id: uploadId }, { $set: { stagedRemoved: true } });
  } catch (error) {
    log.warn('upload.staged_not_removed', { uploadId, error });
  }
}
