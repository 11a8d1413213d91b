import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import type { ModuleFiles } from './source';

/** Unix time zero: an archive of the same files has the same bytes on every machine and every day. */
const EPOCH = new Date(0);
const GZIP_OS_BYTE = 9;
const GZIP_OS_UNKNOWN = 255;

/** Packs the files into a gzip-compressed tar, sorted by path and byte for byte repeatable. */
export async function packFiles(files: ModuleFiles): Promise<Uint8Array> {
  const tar = pack();
  const chunks: Buffer[] = [];
  const collected = (async () => {
    for await (const chunk of tar) chunks.push(chunk as Buffer);
  })();
  for (const [path, file] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    tar.entry({ name: path, mode: file.mode, mtime: EPOCH, type: 'file' }, Buffer.from(file.bytes));
  }
  tar.finalize();
  await collected;
  const archive = gzipSync(Buffer.concat(chunks), { level: 9 });
  // zlib writes the build platform here; a fixed value keeps the digest the same everywhere.
  archive[GZIP_OS_BYTE] = GZIP_OS_UNKNOWN;
  return archive;
}
