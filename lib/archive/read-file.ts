import { MANIFEST_PATH } from '@/lib/manifest/schema';

import { Gunzip } from './gzip/gunzip';
import { DEFAULT_LIMITS } from './limits';
import { entryPath } from './paths/entry-path';
import { type TarEntry, TarReader } from './tar/reader';
import { timedChunks } from './timed-chunks';

const DEADLINE_MS = 10_000;

/** Collects the wanted file, which may lie at the root or below the single leading directory. */
class FilePicker {
  private readonly found = new Map<string, Buffer[]>();
  private top: string | null = null;
  private current: { parts: Buffer[]; left: number } | null = null;

  constructor(
    private readonly path: string,
    private readonly maxBytes: number,
  ) {}

  /** The file's bytes as soon as it is sure which of the candidates is meant. */
  get result(): Buffer | null {
    if (this.top === null || this.current !== null) return null;
    const parts = this.found.get(this.top);
    return parts === undefined ? null : Buffer.concat(parts);
  }

  entry({ name, type }: TarEntry): void {
    const { path } = entryPath(name, type === '5', DEFAULT_LIMITS);
    const top = path.slice(0, path.indexOf('/') + 1);
    // An archive has one manifest, so the first that lies at one of the two places tells the root.
    if (path === MANIFEST_PATH) this.top = '';
    else if (path === `${top}${MANIFEST_PATH}`) this.top ??= top;
    const prefix = path === this.path ? '' : path === `${top}${this.path}` ? top : null;
    if (prefix === null || type === '5') return;
    this.current = { parts: [], left: this.maxBytes };
    this.found.set(prefix, this.current.parts);
  }

  data(bytes: Buffer): void {
    if (this.current === null || this.current.left === 0) return;
    const part = Buffer.from(bytes.subarray(0, this.current.left));
    this.current.left -= part.length;
    this.current.parts.push(part);
  }

  entryEnd(): void {
    this.current = null;
  }
}

/**
 * Reads one file out of an archive that was verified before, as its path stands in `ArchiveReport.files`: at most `maxBytes`
 * of it, or null when there is no such file. Reading stops as soon as the file is there.
 */
export async function readFileFromArchive(
  chunks: AsyncIterable<Uint8Array>,
  path: string,
  maxBytes: number,
): Promise<Buffer | null> {
  const picker = new FilePicker(path, maxBytes);
  const tar = new TarReader(picker, DEFAULT_LIMITS);
  const gunzip = new Gunzip((bytes) => tar.push(bytes));
  try {
    for await (const chunk of timedChunks(chunks, DEADLINE_MS, undefined)) {
      await gunzip.write(chunk);
      if (picker.result !== null) return picker.result;
    }
    await gunzip.end();
    return picker.result;
  } finally {
    gunzip.destroy();
  }
}
