import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { gunzipSync } from 'node:zlib';
import { Parser, type ReadEntry } from 'tar';
import { type Extract, extract } from 'tar-stream';

/** What another reader of tar makes of an archive. Folders are left out: readers create the missing ones. */
export type Listing = { files: { path: string; size: number; sha256: string }[]; otherTypes: string[] };

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const clean = (path: string): string => path.replace(/^\.\//, '').replace(/\/$/, '');

type Source = Extract extends AsyncIterable<infer Entry> ? Entry : never;

const collect = (entry: Source): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    entry.on('data', (part) => void (part instanceof Buffer && parts.push(part)));
    entry.on('end', () => resolve(Buffer.concat(parts)));
    entry.on('error', reject);
  });

/** The listing of `tar-stream`. */
export async function listByTarStream(packed: Buffer): Promise<Listing> {
  const listing: Listing = { files: [], otherTypes: [] };
  // The old v7 format has no magic, which this reader calls unknown.
  const options: Parameters<typeof extract>[0] & { allowUnknownFormat: boolean } = { allowUnknownFormat: true };
  const parser = extract(options);
  const source = Readable.from([gunzipSync(packed)]);
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  for await (const entry of parser) {
    const body = await collect(entry);
    const { name, type } = entry.header;
    // This reader names the type of v7 folders before it looks at their closing slash.
    const isFolder = type === 'directory' || (type === 'file' && name.endsWith('/') && body.length === 0);
    if (isFolder) continue;
    if (type === 'file') listing.files.push({ path: clean(name), size: body.length, sha256: sha256(body) });
    else listing.otherTypes.push(`${type} ${name}`);
  }
  return listing;
}

/** The listing of node-tar, current version. */
export async function listByNodeTar(packed: Buffer): Promise<Listing> {
  const listing: Listing = { files: [], otherTypes: [] };
  const pending: Promise<void>[] = [];
  const take = async (entry: ReadEntry) => {
    const { path, type } = entry;
    const slot = { path: clean(path), size: 0, sha256: '' };
    if (type === 'File' || type === 'OldFile') listing.files.push(slot);
    else if (type !== 'Directory') listing.otherTypes.push(`${type} ${path}`);
    const body = Buffer.from(await entry.concat());
    slot.size = body.length;
    slot.sha256 = sha256(body);
  };
  await new Promise<void>((resolve, reject) => {
    const parser = new Parser({ onReadEntry: (entry) => void pending.push(take(entry)) });
    parser.on('end', resolve);
    parser.on('error', reject);
    parser.end(gunzipSync(packed));
  });
  await Promise.all(pending);
  return listing;
}
