import { createWriteStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { createTarPacker } from 'modern-tar';

import type { SourceFile } from './collect';

/** Unix time zero: the same files give the same bytes every day. */
const EPOCH = new Date(0);
const GZIP_OS_BYTE = 9;
const GZIP_OS_UNKNOWN = 255;

/** zlib writes the build platform into the header; a fixed value keeps the hash the same. */
async function clearPlatform(archive: string): Promise<void> {
  const file = await open(archive, 'r+');
  try {
    await file.write(Uint8Array.of(GZIP_OS_UNKNOWN), 0, 1, GZIP_OS_BYTE);
  } finally {
    await file.close();
  }
}

/** Writes the files, in their order, as a gzip-compressed tar: modes 0644 and 0755, no owner, no time. */
export async function writeArchive(files: readonly SourceFile[], archive: string): Promise<void> {
  const { readable, controller } = createTarPacker();
  const written = pipeline(
    Readable.from(readable),
    createGzip({ level: 9 }),
    createWriteStream(archive, { flags: 'wx' }),
  );
  const packed = (async () => {
    for (const { path, source, executable } of files) {
      const bytes = await readFile(source);
      const mode = executable ? 0o755 : 0o644;
      const writer = controller.add({ name: path, size: bytes.length, mode, mtime: EPOCH, type: 'file' }).getWriter();
      await writer.write(bytes);
      await writer.close();
    }
    controller.finalize();
  })().catch((error) => {
    controller.error(error);
    throw error;
  });
  await Promise.all([packed, written]);
  await clearPlatform(archive);
}
