import { objectKeys } from '@/lib/infra/object-keys';
import { objectSize, readObject } from '@/lib/infra/s3';
import { ModuleVersionModel } from '@/models/module-version';
import { UploadModel } from '@/models/upload';
import { sha256Of } from '../../../tests/support/builders';
import type { Client, Publish } from './client';

async function bytesOf(key: string): Promise<Buffer | null> {
  const chunks = await readObject(key);
  if (!chunks) return null;
  const pieces: Uint8Array[] = [];
  for await (const chunk of chunks) pieces.push(chunk);
  return Buffer.concat(pieces);
}

/** Versions that somebody can see without a stored, verified archive behind them. Looked at again and again while things recover. */
export async function halfVisible(base: string, client: Client, publishes: Publish[]): Promise<string[]> {
  const faults = await Promise.all(
    publishes.map(async ({ name, packed, at }) => {
      const { status, body } = await client.call(
        base,
        'GET',
        `/modules/${client.username}/${name}/versions/${packed.version}`,
      );
      if (status !== 200) return [];
      const bytes = await bytesOf(objectKeys.artifact(String(body.sha256)));
      return bytes && sha256Of(bytes) === body.sha256 && body.sha256 === packed.sha256
        ? []
        : [`${at}: visible without its archive`];
    }),
  );
  return faults.flat();
}

/** What is still to be done for one publish before its author can call it finished; null when nothing is. */
export async function unfinished(base: string, client: Client, publish: Publish): Promise<string | null> {
  const { uploadId, name, packed, verdict } = publish;
  const upload = await client.call(base, 'GET', `/uploads/${uploadId}`);
  if (upload.body.status === 'uploading') await client.complete(base, publish);
  if (upload.body.status !== verdict) return `upload is ${String(upload.body.status ?? upload.status)}`;
  if ((await objectSize(objectKeys.upload(uploadId))) !== null) return 'staged object is left';
  const rows = await ModuleVersionModel.find({ uploadId }).lean();
  const module = await client.call(base, 'GET', `/modules/${client.username}/${name}`);
  const page = await fetch(`${base}/@${client.username}/${name}`);
  await page.body?.cancel();
  if (verdict === 'rejected') return rows.length === 0 && module.status === 404 ? null : 'trace of a rejected version';
  if (rows[0]?.status !== 'published' || module.body.version !== packed.version) return 'version is not published';
  if (page.status !== 200) return `page answers ${page.status}`;
  return (await downloads(base, client, publish)) ? null : 'download differs';
}

async function downloads(base: string, client: Client, { name, packed }: Publish): Promise<boolean> {
  const link = await client.call(
    base,
    'GET',
    `/modules/${client.username}/${name}/versions/${packed.version}/download`,
  );
  if (link.status !== 200) return false;
  const bytes = new Uint8Array(await (await fetch(String(link.body.url))).arrayBuffer());
  return sha256Of(bytes) === packed.sha256;
}

/** Traces of anything unfinished, whoever left them. */
export async function leftovers(): Promise<number> {
  const [reservations, verifying] = await Promise.all([
    ModuleVersionModel.countDocuments({ status: 'verifying' }),
    UploadModel.countDocuments({ status: 'verifying' }),
  ]);
  return reservations + verifying;
}

/** Whether the list of the author's modules shows every published one. */
export async function unlisted(base: string, client: Client, publishes: Publish[]): Promise<string[]> {
  const { body } = await client.call(base, 'GET', `/modules?author=${client.username}&limit=100`);
  const listed = new Set((body.items as { name: string }[] | undefined)?.map(({ name }) => name));
  return publishes.flatMap(({ name, verdict }) =>
    verdict === 'published' && !listed.has(name) ? [`${name} is in no list`] : [],
  );
}
