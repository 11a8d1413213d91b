import { createHash } from 'node:crypto';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';

import { Gunzip } from '@/lib/archive/gzip/gunzip';
import { DEFAULT_LIMITS } from '@/lib/archive/limits';
import { isDropped } from '@/lib/archive/paths/dropped';
import { entryPath } from '@/lib/archive/paths/entry-path';
import { type TarEntry, TarReader } from '@/lib/archive/tar/reader';

import type { Sha256 } from '../types';

/** Packed bytes between two pauses in which finished files are waited for. */
const PIECE_BYTES = 64 * 1024;
/** Larger files go through a file of their own, so that none is held in memory as a whole. */
const IN_MEMORY_BYTES = 128 * 1024;
const MAX_WAITING = 64;

/** A file that came out of an archive: its bytes, or the temporary file that holds them. */
export type Unpacked = { path: string; sha256: Sha256 } & ({ bytes: Buffer } | { temporary: string });

type Target = { push: (bytes: Buffer) => void; end: () => Unpacked; drop: () => void };

function inMemory(path: string, size: number): Target {
  const bytes = Buffer.alloc(size);
  let filled = 0;
  return {
    push: (part) => {
      filled += part.copy(bytes, filled);
    },
    end: () => ({ path, sha256: createHash('sha256').update(bytes).digest('hex'), bytes }),
    drop: () => undefined,
  };
}

function inFile(path: string, temporary: string): Target {
  const hash = createHash('sha256');
  const fd = openSync(temporary, 'wx', 0o600);
  const drop = () => {
    closeSync(fd);
    rmSync(temporary, { force: true });
  };
  return {
    push: (part) => {
      hash.update(part);
      for (let at = 0; at < part.length; ) at += writeSync(fd, part, at);
    },
    end: () => {
      closeSync(fd);
      return { path, sha256: hash.digest('hex'), temporary };
    },
    drop,
  };
}

/** Takes the wanted files out of the entries of a tar. */
class Picker {
  readonly done: Unpacked[] = [];
  private current: Target | null = null;
  /** The archive's single leading directory with its slash, or ''; known from the first file on. */
  private top: string | null = null;

  constructor(
    private readonly first: string,
    private readonly wanted: ReadonlySet<string>,
    private readonly temporary: () => string,
  ) {}

  entry({ name, type, size }: TarEntry): void {
    if (type === '5') return;
    const { path, code } = entryPath(name, false, DEFAULT_LIMITS);
    if (code !== null || isDropped(path)) return;
    this.top ??= path.endsWith(this.first) ? path.slice(0, path.length - this.first.length) : '';
    const inside = path.slice(this.top.length);
    if (!path.startsWith(this.top) || !this.wanted.has(inside)) return;
    this.current = size <= IN_MEMORY_BYTES ? inMemory(inside, size) : inFile(inside, this.temporary());
  }

  data(bytes: Buffer): void {
    this.current?.push(bytes);
  }

  entryEnd(): void {
    if (this.current !== null) this.done.push(this.current.end());
    this.current = null;
  }

  drop(): void {
    this.current?.drop();
    this.current = null;
  }
}

export type Unpacking = {
  /** The first path of the archive's report, by which its leading directory is known. */
  first: string;
  wanted: ReadonlySet<string>;
  /** A new name for a large file on its way. */
  temporary: () => string;
  /** Takes one file; a temporary file is removed afterwards. Several are under way at once. */
  take: (file: Unpacked) => Promise<void>;
};

async function takeOne(file: Unpacked, take: Unpacking['take']): Promise<void> {
  try {
    await take(file);
  } finally {
    if ('temporary' in file) rmSync(file.temporary, { force: true });
  }
}

/**
 * Hands out files of an archive that was verified before, one pass, in archive order. Memory stays within a few MiB whatever the
 * archive holds.
 */
export async function unpackFiles(chunks: AsyncIterable<Uint8Array>, unpacking: Unpacking): Promise<void> {
  const { first, wanted, temporary, take } = unpacking;
  const picker = new Picker(first, wanted, temporary);
  const tar = new TarReader(picker, DEFAULT_LIMITS);
  const gunzip = new Gunzip((bytes) => tar.push(bytes));
  let waiting: Promise<void>[] = [];
  const settle = async () => {
    const all = waiting;
    waiting = [];
    await Promise.all(all);
  };
  const hand = async () => {
    for (const file of picker.done.splice(0)) {
      const taken = takeOne(file, take);
      taken.catch(() => undefined);
      waiting.push(taken);
    }
    if (waiting.length >= MAX_WAITING) await settle();
  };
  try {
    for await (const chunk of chunks)
      for (let at = 0; at < chunk.length; at += PIECE_BYTES) {
        await gunzip.write(chunk.subarray(at, at + PIECE_BYTES));
        await hand();
      }
    await gunzip.end();
    await hand();
  } finally {
    gunzip.destroy();
    picker.drop();
    for (const file of picker.done) if ('temporary' in file) rmSync(file.temporary, { force: true });
    await Promise.allSettled(waiting);
  }
  await settle();
}
