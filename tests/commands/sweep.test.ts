import { expect, it } from 'vitest';
import { objectKeys } from '@/lib/infra/object-keys';
import { deleteObject, objectSize, writeObject } from '@/lib/infra/s3';
import { getModule } from '@/lib/modules/queries';
import { startUpload } from '@/lib/versions/commands';
import { getUpload } from '@/lib/versions/queries';
import { reserveVersion } from '@/lib/versions/reserve-version';
import { LEASE_SECONDS } from '@/lib/versions/rules';
import { sweepUploads } from '@/lib/versions/sweep';
import { newLease, verifyUpload } from '@/lib/versions/verify-upload';
import { ModuleVersionModel } from '@/models/module-version';
import { type UploadDocument, UploadModel } from '@/models/upload';
import { announced, pack, person, publish, refusalOf, staged, submit } from '../support/builders';
import { onOwnDatabase } from '../support/database';

onOwnDatabase();

const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000);
const isStaged = async (uploadId: string) => (await objectSize(objectKeys.upload(uploadId))) !== null;

/** An upload as a worker left it that died right after it had begun. */
async function abandoned(name: string) {
  const ada = await person();
  const packed = pack(`@${ada.username}/${name}`);
  const { uploadId } = await staged(ada, packed);
  const upload = await UploadModel.findById(uploadId).lean<UploadDocument>();
  if (!upload) throw new Error('no upload');
  const lease = newLease();
  return { ada, packed, uploadId, upload, lease };
}

const begin = ({ uploadId, lease }: Awaited<ReturnType<typeof abandoned>>) =>
  UploadModel.updateOne({ _id: uploadId }, { $set: { status: 'verifying', lease } });

it('finishes what a dead worker began, once its lease is over and not before', async () => {
  const left = await abandoned('orphan');
  await reserveVersion(left.upload);
  await begin(left);
  expect((await sweepUploads()).resumed).toBe(0);
  expect((await sweepUploads(inSeconds(LEASE_SECONDS + 1))).resumed).toBe(1);
  expect((await getUpload(left.uploadId, left.ada)).status).toBe('published');
  expect(await getModule(left.ada.username, 'orphan', null)).not.toBeNull();
});

it('frees a version number whose upload never moved on', async () => {
  const { ada, packed, upload } = await abandoned('hoarder');
  await reserveVersion(upload);
  expect(await refusalOf(startUpload(announced(packed), ada))).toBe('version_exists');
  expect((await sweepUploads()).orphans).toBe(0);
  expect((await sweepUploads(inSeconds(30))).orphans).toBe(1);
  expect((await submit(ada, packed)).status).toBe('published');
});

it('publishes even when the sweeper took its reservation for an orphan', async () => {
  const left = await abandoned('unlucky');
  await begin(left);
  await verifyUpload(left.uploadId, left.lease.token);
  expect((await getUpload(left.uploadId, left.ada)).status).toBe('published');
});

it('lets a worker that lost its lease change nothing', async () => {
  const left = await abandoned('fenced');
  await begin(left);
  await verifyUpload(left.uploadId, 'a token of the past');
  expect(await UploadModel.findById(left.uploadId).lean()).toMatchObject({ status: 'verifying', attempts: 0 });
  expect(await ModuleVersionModel.countDocuments({ uploadId: left.uploadId })).toBe(0);
});

it('believes the published version when another worker has tidied up behind it', async () => {
  const left = await abandoned('overtaken');
  await publish(left.ada, 'overtaken');
  await ModuleVersionModel.updateOne({ namespace: left.ada.username }, { $set: { uploadId: left.uploadId } });
  await begin(left);
  await verifyUpload(left.uploadId, left.lease.token);
  expect((await getUpload(left.uploadId, left.ada)).status).toBe('published');
});

it('rejects an upload whose archive is gone, instead of waiting for it', async () => {
  const left = await abandoned('vanished');
  await begin(left);
  await deleteObject(objectKeys.upload(left.uploadId));
  await verifyUpload(left.uploadId, left.lease.token);
  const verdict = await getUpload(left.uploadId, left.ada);
  expect([verdict.status, verdict.findings.map(({ code }) => code)]).toEqual(['rejected', ['archive_missing']]);
});

it('ends uploads that nobody completed, and removes what was staged', async () => {
  const { ada, uploadId } = await abandoned('forgotten');
  await sweepUploads(inSeconds(890));
  expect([(await getUpload(uploadId, ada)).status, await isStaged(uploadId)]).toEqual(['uploading', true]);
  await sweepUploads(inSeconds(901));
  const verdict = await getUpload(uploadId, ada);
  expect([verdict.status, verdict.findings[0]?.code]).toEqual(['rejected', 'upload_expired']);
  expect(await isStaged(uploadId)).toBe(false);
});

it('removes what a crash left staged at the verdict, and what the link brought after it', async () => {
  const ada = await person();
  const verdict = await submit(ada, pack(`@${ada.username}/tidy`));
  const key = objectKeys.upload(verdict.uploadId);
  await UploadModel.updateOne({ _id: verdict.uploadId }, { $set: { stagedRemoved: false } });
  await writeObject(key, Buffer.from('left by a crash'), 'application/gzip');
  await sweepUploads();
  expect(await isStaged(verdict.uploadId)).toBe(false);
  await writeObject(key, Buffer.from('sent again with the link'), 'application/gzip');
  await sweepUploads();
  expect(await isStaged(verdict.uploadId)).toBe(true);
  await sweepUploads(inSeconds(901));
  expect(await isStaged(verdict.uploadId)).toBe(false);
  expect((await sweepUploads(inSeconds(902))).cleaned).toBe(0);
});

it('may run in several processes at once', async () => {
  const lefts = await Promise.all(['many-one', 'many-two', 'many-three'].map(abandoned));
  for (const left of lefts) await begin(left);
  const later = inSeconds(LEASE_SECONDS + 1);
  const reports = await Promise.all([sweepUploads(later), sweepUploads(later), sweepUploads(later)]);
  expect(reports.reduce((sum, { resumed }) => sum + resumed, 0)).toBeGreaterThanOrEqual(3);
  for (const { ada, uploadId } of lefts) expect((await getUpload(uploadId, ada)).status).toBe('published');
});
