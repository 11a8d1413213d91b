import 'server-only';
import { randomUUID } from 'node:crypto';
import { verifyArchive } from '@/lib/archive/verify';
import { DomainError } from '@/lib/errors';
import { failPoint } from '@/lib/infra/fail-point';
import { log } from '@/lib/infra/log';
import { objectKeys } from '@/lib/infra/object-keys';
import { readObject } from '@/lib/infra/s3';
import { Semaphore } from '@/lib/infra/semaphore';
import type { ModuleDocument } from '@/models/module';
import { ModuleModel } from '@/models/module-kinds';
import { ModuleVersionModel } from '@/models/module-version';
import { type UploadDocument, UploadModel } from '@/models/upload';
import type { Finding } from '@/types/finding';
import { finishPublishing, publishVerified, rejectUpload, withdrawVersion } from './publish-verified';
import { reserveVersion } from './reserve-version';
import { LEASE_SECONDS, MAX_ATTEMPTS } from './rules';

/** Each verification holds one archive in memory (≤ 20 MiB); two at once keep a small machine responsive. */
const slots = new Semaphore(2);

export const newLease = () => ({ token: randomUUID(), until: new Date(Date.now() + LEASE_SECONDS * 1000) });

/**
 * Verifies a staged archive and publishes or rejects it. Whoever holds the lease may move the upload on; a worker that
 * lost it changes nothing. Repeating it after a crash at any step ends in the same state.
 */
export async function verifyUpload(uploadId: string, leaseToken: string): Promise<void> {
  await slots.run(async () => {
    const upload = await UploadModel.findOneAndUpdate(
      { _id: uploadId, status: 'verifying', 'lease.token': leaseToken },
      { $set: { lease: { ...newLease(), token: leaseToken }, findings: [] }, $inc: { attempts: 1 } },
      { returnDocument: 'after' },
    ).lean<UploadDocument>();
    if (!upload) return;
    try {
      await verifyLeased(upload, leaseToken);
    } catch (error) {
      await giveBack(upload, leaseToken, error);
    }
  });
}

async function verifyLeased(upload: UploadDocument, leaseToken: string): Promise<void> {
  if (await isPublished(upload)) return finishPublishing(upload, leaseToken);
  // The sweeper may have taken the reservation for the trace of a crash.
  await reserveVersion(upload);
  const staged = await readObject(objectKeys.upload(upload._id));
  if (!staged) {
    // A worker that lost its lease may have published and tidied up meanwhile.
    if (await isPublished(upload)) return finishPublishing(upload, leaseToken);
    return rejectUpload(upload, leaseToken, [
      {
        severity: 'error',
        code: 'archive_missing',
        message: 'The archive is not in the storage any more. Upload it again.',
      },
    ]);
  }
  const kept = keeping(staged, upload.sizeBytes);
  failPoint('publish:before-verify');
  const report = await verifyArchive(kept.chunks, {
    expected: {
      name: `@${upload.namespace}/${upload.name}`,
      version: upload.version,
      sha256: upload.sha256,
      sizeBytes: upload.sizeBytes,
    },
    onFinding: findingWriter(upload._id, leaseToken),
  });
  const { manifest } = report;
  if (!report.ok || !manifest) return rejectUpload(upload, leaseToken, report.findings);
  const refusal = await kindRefusal(upload, manifest.kind);
  if (refusal) return rejectUpload(upload, leaseToken, [...report.findings, refusal]);
  failPoint('publish:verified');
  await publishVerified(upload, leaseToken, { ...report, manifest }, kept.bytes());
}

const isPublished = ({ _id }: UploadDocument) => ModuleVersionModel.exists({ uploadId: _id, status: 'published' });

/** Passes chunks on and keeps them: the bytes that are published are the very bytes that were verified. */
function keeping(source: AsyncIterable<Uint8Array>, sizeBytes: number) {
  const kept: Uint8Array[] = [];
  let length = 0;
  async function* chunks() {
    for await (const chunk of source) {
      length += chunk.byteLength;
      // The verifier refuses a wrong size; what lies beyond it need not be kept.
      if (length <= sizeBytes) kept.push(chunk);
      yield chunk;
    }
  }
  return { chunks: chunks(), bytes: () => Buffer.concat(kept) };
}

/** Findings reach the page while the verifier still runs; the final list is written with the verdict. */
function findingWriter(uploadId: string, leaseToken: string) {
  let written = 0;
  return (finding: Finding) => {
    written += 1;
    if (written > 200) return;
    UploadModel.updateOne(
      { _id: uploadId, status: 'verifying', 'lease.token': leaseToken },
      { $push: { findings: finding } },
    ).catch((error: unknown) => log.warn('upload.finding_not_written', { uploadId, error }));
  };
}

async function kindRefusal(upload: UploadDocument, kind: string): Promise<Finding | null> {
  const module = await ModuleModel.findOne({ namespace: upload.namespace, name: upload.name }, { kind: 1 }).lean<
    Pick<ModuleDocument, 'kind'>
  >();
  if (!module || module.kind === kind) return null;
  return {
    severity: 'error',
    code: 'kind_fixed',
    path: 'dotkit.json',
    message: `This module is a ${module.kind}; a module keeps its kind.`,
  };
}

/** An outage hands the lease back for the sweeper; a fault that repeats rejects, so that nobody waits for ever. */
async function giveBack(upload: UploadDocument, leaseToken: string, error: unknown): Promise<void> {
  log.error('upload.verification_failed', { uploadId: upload._id, attempts: upload.attempts, error });
  const outage = error instanceof DomainError && error.status === 503;
  if (error instanceof DomainError && !outage) {
    return withdrawVersion(upload, leaseToken, { severity: 'error', code: error.code, message: error.message });
  }
  if (upload.attempts >= (outage ? MAX_ATTEMPTS : 3)) {
    return rejectUpload(upload, leaseToken, [
      { severity: 'error', code: 'internal', message: 'Verification failed on our side. Upload the archive again.' },
    ]);
  }
  await UploadModel.updateOne({ _id: upload._id, 'lease.token': leaseToken }, { $set: { 'lease.until': new Date() } });
}
