import { MANIFEST_PATH } from '@/lib/manifest/schema';

import { Gunzip } from './gzip/gunzip';
import { DEFAULT_LIMITS } from './limits';
import { entryPath } from './paths/entry-path';
import { type TarEntry, TarReader } from './tar/reader';
import { timedChunks } from './timed-chunks';

const DEADLINE_MS = 10_000;

/** Collects the wanted files, which may lie at the root or below the single leading directory. */
class FilePicker {
  private readonly found = new Map<string, Map<string, Buffer[]>>();
  private top: string | null = null;
  private current: { parts: Buffer[]; left: number } | null = null;

  constructor(
    private readonly paths: ReadonlySet<string>,
    private readonly maxBytes: number,
  ) {}

  /** Whether every file is there, and it is sure which of the candidates are meant. */
  get isDone(): boolean {
    return this.top !== null && this.current === null && this.found.get(this.top)?.size === this.paths.size;
  }

  result(): Map<string, Buffer> {
    const files = this.found.get(this.top ?? '') ?? [];
    return new Map([...files].map(([path, parts]) => [path, Buffer.concat(parts)]));
  }

  entry({ name, type }: TarEntry): void {
    const { path } = entryPath(name, type === '5', DEFAULT_LIMITS);
    const top = path.slice(0, path.indexOf('/') + 1);
    // An archive has one manifest, so the first that lies at one of the two places tells the root.
    if (path === MANIFEST_PATH) this.top = '';
    else if (path === `${top}${MANIFEST_PATH}`) this.top ??= top;
    if (type === '5') return;
    // Before the root is known, one entry may be wanted under both of its names.
    const roots = this.top === null ? new Set(['', top]) : [this.top];
    const parts: Buffer[] = [];
    for (const root of roots) {
      const inside = path.slice(root.length);
      if (!path.startsWith(root) || !this.paths.has(inside)) continue;
      this.found.set(root, (this.found.get(root) ?? new Map()).set(inside, parts));
      this.current = { parts, left: this.maxBytes };
    }
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
 * Reads files out of an archive that was verified before, as their paths stand in `ArchiveReport.files`: at most `maxBytes` of
 * each. A path that is not there is left out. One pass, which ends as soon as all of them are there; the caller bounds how
 * many bytes it asks for.
 */
export async function readFilesFromArchive(
  chunks: AsyncIterable<Uint8Array>,
  paths: ReadonlySet<string>,
  maxBytes: number,
): Promise<Map<string, Buffer>> {
  const picker = new FilePicker(paths, maxBytes);
  const tar = new TarReader(picker, DEFAULT_LIMITS);
  const gunzip = new Gunzip((bytes) => tar.push(bytes));
  try {
    for await (const chunk of timedChunks(chunks, DEADLINE_MS, undefined)) {
      await gunzip.write(chunk);
      if (picker.isDone) return picker.result();
    }
    await gunzip.end();
    return picker.result();
  } finally {
    gunzip.destroy();
  }
}

/** As `readFilesFromArchive`, of one file: its bytes, or null when there is no such file. */
export async function readFileFromArchive(
  chunks: AsyncIterable<Uint8Array>,
  path: string,
  maxBytes: number,
): Promise<Buffer | null> {
  return (await readFilesFromArchive(chunks, new Set([path]), maxBytes)).get(path) ?? null;
}
