import { issueDownload } from '@/lib/downloads/commands';
import { backgroundSettled } from '@/lib/infra/background';
import { objectKeys } from '@/lib/infra/object-keys';
import { writeObject } from '@/lib/infra/s3';
import { completeUpload, type StartedUpload } from '@/lib/versions/commands';
import { getUpload, getVersion } from '@/lib/versions/queries';
import type { Actor } from '@/types/actor';
import { type Packed, pack, person, put, sha256Of, staged } from './builders';

export type OverwriteFigures = {
  byLink: number;
  /** Overwrites that the link allowed. A storage that honours `If-None-Match` and the checksum allows none. */
  byLinkTaken: number;
  pastTheGuard: number;
  published: number;
  rejected: number;
  downloads: number;
  /** Downloads whose bytes are not those of the record, or records that are not of the announced bytes. */
  differ: number;
};

/** When the attack runs: the moments of an upload's life, in order. */
type Moment = 'before' | 'during' | 'after';

const archiveOf = (ref: string, salt: number) =>
  pack(ref, { files: { 'main.conf': `${sha256Of(Buffer.from(`${ref} ${salt}`))}\n` } });

/** Another valid archive of the same length: what an attacker would like to be served instead. */
function twinOf(honest: Packed): Packed {
  for (let salt = 1; salt < 1000; salt += 1) {
    const twin = archiveOf(honest.ref, salt);
    if (twin.bytes.byteLength === honest.bytes.byteLength) return twin;
  }
  throw new Error('no other archive has the same length');
}

/** One try with the link itself, dressed up in one of the ways a client can. Answers whether the storage took it. */
async function tryLink(link: StartedUpload, twin: Packed, way: number): Promise<boolean> {
  const checksum = Buffer.from(twin.sha256, 'hex').toString('base64');
  const { 'if-none-match': _guard, ...unguarded } = link.headers;
  const headers = [
    link.headers,
    { ...link.headers, 'x-amz-checksum-sha256': checksum },
    unguarded,
    { ...link.headers, 'if-none-match': '"other"' },
  ][way % 4];
  return (await put({ url: link.url, headers: headers ?? {} }, twin.bytes)) === 200;
}

/** Attacks one upload at one moment of its life until `isOver`, then publishes it, and judges what is served. */
async function attackOne(
  actor: Actor,
  name: string,
  moment: Moment,
  guarded: boolean,
  tries: number,
  figures: OverwriteFigures,
) {
  const honest = archiveOf(`@${actor.username}/${name}`, 0);
  const twin = twinOf(honest);
  const link = await staged(actor, honest);
  const strike = async (way: number) => {
    if (!guarded) {
      figures.pastTheGuard += 1;
      return writeObject(
        objectKeys.upload(link.uploadId),
        way % 5 === 4 ? honest.bytes : twin.bytes,
        'application/gzip',
      );
    }
    figures.byLink += 1;
    if (await tryLink(link, twin, way)) figures.byLinkTaken += 1;
  };
  const strikeAll = async () => {
    for (let from = 0; from < tries; from += 8)
      await Promise.all(Array.from({ length: Math.min(8, tries - from) }, (_, index) => strike(from + index)));
  };
  if (moment === 'before') await strikeAll();
  await completeUpload(link, actor);
  if (moment === 'during') await strikeAll();
  await backgroundSettled();
  if (moment === 'after') await strikeAll();
  await judgeServed(actor, honest, name, link.uploadId, figures);
}

async function judgeServed(actor: Actor, honest: Packed, name: string, uploadId: string, figures: OverwriteFigures) {
  const { status } = await getUpload(uploadId, actor);
  const record = await getVersion(actor.username, name, honest.version, null);
  if (status !== 'published' || !record) {
    figures.rejected += 1;
    if (record || status !== 'rejected') figures.differ += 1;
    return;
  }
  figures.published += 1;
  if (record.sha256 !== honest.sha256) figures.differ += 1;
  for (let times = 0; times < 3; times += 1) {
    const { url, sha256 } = await issueDownload({ namespace: actor.username, name, version: honest.version }, null);
    const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
    figures.downloads += 1;
    if (sha256Of(bytes) !== record.sha256 || sha256 !== record.sha256) figures.differ += 1;
  }
}

/**
 * Overwrites staged archives with the still valid upload link, and past the storage's own guard as if it had none, before,
 * during and after verification.
 */
export async function attackByOverwriting(rounds: number, triesEach: number): Promise<OverwriteFigures> {
  const figures = { byLink: 0, byLinkTaken: 0, pastTheGuard: 0, published: 0, rejected: 0, downloads: 0, differ: 0 };
  const actor = await person();
  for (let round = 0; round < rounds; round += 1)
    for (const moment of ['before', 'during', 'after'] as const)
      for (const guarded of [true, false])
        await attackOne(
          actor,
          `${moment}-${guarded ? 'link' : 'past'}-x${round}x`,
          moment,
          guarded,
          triesEach,
          figures,
        );
  return figures;
}
