import 'server-only';
import mongoose from 'mongoose';
import { withDatabase } from '@/lib/infra/mongo';
import { objectKeys } from '@/lib/infra/object-keys';
import { deleteObject } from '@/lib/infra/s3';
import { ModuleVersionModel } from '@/models/module-version';
import { type UploadDocument, UploadModel } from '@/models/upload';
import { newLease, verifyUpload } from './verify-upload';

const BATCH = 100;
/** Seconds after which a reservation whose upload never moved on is taken for the trace of a crash. */
const ORPHAN_SECONDS = 20;

const before = (moment: Date) => mongoose.trusted({ $lt: moment });

export type SweepReport = { resumed: number; expired: number; orphans: number; cleaned: number };

/** Finishes or undoes what a crash left behind. Safe to run in several processes at once. */
export async function sweepUploads(now = new Date()): Promise<SweepReport> {
  return withDatabase(async () => ({
    orphans: await removeOrphans(now),
    resumed: await resumeVerifications(now),
    expired: await expireUploads(now),
    cleaned: await cleanStaged(now),
  }));
}

/** A worker died: another one takes the lease over and verifies from the start. */
async function resumeVerifications(now: Date): Promise<number> {
  let resumed = 0;
  for (; resumed < BATCH; resumed += 1) {
    const lease = newLease();
    const taken = await UploadModel.findOneAndUpdate(
      { status: 'verifying', 'lease.until': before(now) },
      { $set: { lease } },
    ).lean<UploadDocument>();
    if (!taken) break;
    await verifyUpload(taken._id, lease.token);
  }
  return resumed;
}

/** A reservation was made, but its upload never became `verifying`: the number is free again. */
async function removeOrphans(now: Date): Promise<number> {
  const old = new Date(now.getTime() - ORPHAN_SECONDS * 1000);
  const rows = await ModuleVersionModel.find({ status: 'verifying', createdAt: before(old) }, { uploadId: 1 })
    .limit(BATCH)
    .lean<{ uploadId: string }[]>();
  let removed = 0;
  for (const { uploadId } of rows) {
    const alive = await UploadModel.exists({ _id: uploadId, status: 'verifying' });
    if (alive) continue;
    removed += (await ModuleVersionModel.deleteOne({ uploadId, status: 'verifying' })).deletedCount;
  }
  return removed;
}

async function expireUploads(now: Date): Promise<number> {
  const finding = { severity: 'error', code: 'upload_expired', message: 'The upload was not completed in time.' };
  const moved = await UploadModel.updateMany(
    { status: 'uploading', expiresAt: before(now) },
    { $set: { status: 'rejected', findings: [finding] } },
  );
  return moved.modifiedCount;
}

/**
 * Removes staged objects of ended uploads: those that a crash left at the verdict, and, once the link has expired and can
 * write no more, all of them for good.
 */
async function cleanStaged(now: Date): Promise<number> {
  const ended = await UploadModel.find(
    {
      cleanedAt: null,
      status: mongoose.trusted({ $in: ['published', 'rejected'] }),
      $or: [{ expiresAt: before(now) }, { stagedRemoved: false }],
    },
    { _id: 1, expiresAt: 1 },
  )
    .limit(BATCH)
    .lean<{ _id: string; expiresAt: Date }[]>();
  for (const { _id, expiresAt } of ended) {
    await deleteObject(objectKeys.upload(_id));
    await UploadModel.updateOne({ _id }, { $set: { stagedRemoved: true, cleanedAt: expiresAt < now ? now : null } });
  }
  return ended.length;
}
