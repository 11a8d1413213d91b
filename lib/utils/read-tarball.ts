import { type ParsedTarEntryWithData, unpackTar } from 'modern-tar';
import { DEFAULT_LIMITS } from '@/lib/archive/limits';

type TarballFile = { path: string; size: number; mode: number };

/** An archive as its author sees it: paths are those below its single leading directory, if it has one. */
export type Tarball = {
  /** The bytes as they were when they were read; the file on the disk may change before they are sent. */
  packed: Blob;
  entries: ParsedTarEntryWithData[];
  /** That directory with its slash, or ''. */
  top: string;
  files: TarballFile[];
};

/** A file that cannot be read as an archive; its message is a sentence for the person who chose it. */
export class UnreadableTarball extends Error {}

const MIB = 1024 * 1024;
const { packedBytes, unpackedBytes } = DEFAULT_LIMITS;

export const cleanPath = (name: string) => name.replace(/^\.\//, '').replace(/\/$/, '');

async function assertGzip(archive: Blob): Promise<void> {
  if (archive.size === 0) throw new UnreadableTarball('The file is empty.');
  if (archive.size > packedBytes)
    throw new UnreadableTarball(`The file is larger than ${packedBytes / MIB} MiB, the most that an archive may have.`);
  const [first, second] = new Uint8Array(await archive.slice(0, 2).arrayBuffer());
  if (first !== 0x1f || second !== 0x8b)
    throw new UnreadableTarball(
      'This is not a gzip-compressed tar archive. Make one with: tar -czf module.tgz -C folder .',
    );
}

/** Stops a decompression bomb before it fills the browser's memory. */
function capped(): TransformStream<Uint8Array, Uint8Array> {
  let total = 0;
  return new TransformStream({
    transform(chunk, controller) {
      total += chunk.byteLength;
      if (total > unpackedBytes)
        throw new UnreadableTarball(`The archive unpacks to more than ${unpackedBytes / MIB} MiB.`);
      controller.enqueue(chunk);
    },
  });
}

function topOf(paths: string[]): string {
  const first = paths[0] ?? '';
  const top = first.slice(0, first.indexOf('/') + 1);
  return top !== '' && paths.every((path) => path.startsWith(top)) ? top : '';
}

/** Reads a `.tgz` in the browser. What is wrong in it is for the verifier to say. @throws UnreadableTarball */
export async function readTarball(archive: Blob): Promise<Tarball> {
  await assertGzip(archive);
  try {
    const packed = new Blob([await archive.arrayBuffer()], { type: 'application/gzip' });
    const unzipped = packed.stream().pipeThrough(new DecompressionStream('gzip')).pipeThrough(capped());
    const entries = await unpackTar(unzipped, { strict: true });
    const files = entries.filter(({ header }) => (header.type ?? 'file') === 'file');
    const top = topOf(files.map(({ header }) => cleanPath(header.name)));
    return {
      packed,
      entries,
      top,
      files: files.map(({ header }) => ({
        path: cleanPath(header.name).slice(top.length),
        size: header.size,
        mode: header.mode ?? 0o644,
      })),
    };
  } catch (error) {
    if (error instanceof UnreadableTarball) throw error;
    throw new UnreadableTarball('The archive is damaged: it could not be unpacked to its end.', { cause: error });
  }
}

/** The bytes of one file of an archive, or null. */
export function fileOf({ entries, top }: Tarball, path: string): Uint8Array<ArrayBuffer> | null {
  const entry = entries.find(({ header }) => cleanPath(header.name) === top + path);
  return entry ? (entry.data ?? new Uint8Array()) : null;
}
