import { closeSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CliError, EXIT } from '../errors';
import { ownPaths } from '../own-paths';
import { sha256Of } from '../plan/states';
import type { Contents, Home, Sha256 } from '../types';
import { checkpoint } from './checkpoint';
import { errnoOf } from './errno';
import { hashFile, openRegular, writeAll } from './file-hash';
import { hashPath } from './hash-path';
import { syncPaths } from './sync-files';

const SHA256 = /^[0-9a-f]{64}$/;

/** Bytes by their hash, kept for good: what modules bring, and what stood where they were put. */
export type Blobs = Contents & {
  /** Whether bytes of this hash are kept. They are looked at when they are read. */
  has: (sha256: Sha256) => boolean;
  /** Keeps bytes; when it resolves they are durable. Calls made together are made durable together, so do not await one by one. */
  putBytes: (bytes: Buffer) => Promise<Sha256>;
  /** Keeps the bytes of a regular file (`path` is not followed if it is a link) without holding them in memory. */
  putFile: (path: string) => Promise<Sha256>;
  /** Where bytes of this hash lie. */
  pathOf: (sha256: Sha256) => string;
};

type Waiting = { temporary: string; sha256: Sha256; done: () => void; failed: (reason: unknown) => void };

/** One folder for all: a folder for each beginning of a hash made an install of sixty files make, and sync, sixty folders more. */
class BlobStore implements Blobs {
  private waiting: Waiting[] = [];
  private readonly arriving = new Map<Sha256, Promise<Sha256>>();
  private readonly temporaries: string;
  private count = 0;

  constructor(private readonly root: string) {
    this.temporaries = join(root, 'tmp');
  }

  pathOf(sha256: Sha256): string {
    if (!SHA256.test(sha256)) throw new Error(`${sha256} is no hash`);
    return join(this.root, sha256);
  }

  has(sha256: Sha256): boolean {
    return statSync(this.pathOf(sha256), { throwIfNoEntry: false })?.isFile() ?? false;
  }

  /** The bytes, or null when they are not kept. `blob_damaged` (integrity) when they are no longer what their name says. */
  read(sha256: Sha256): Buffer | null {
    try {
      const bytes = readFileSync(this.pathOf(sha256));
      if (sha256Of(bytes) === sha256) return bytes;
    } catch (error) {
      if (errnoOf(error) === 'ENOENT') return null;
      throw error;
    }
    throw blobDamaged(sha256);
  }

  async putBytes(bytes: Buffer): Promise<Sha256> {
    const sha256 = sha256Of(bytes);
    // A damaged one is written anew: this is how installing again mends the store.
    if (this.has(sha256) && hashPath(this.pathOf(sha256)) === sha256) return sha256;
    return (
      this.arriving.get(sha256) ??
      this.keep((fd) => {
        writeAll(fd, bytes);
        return sha256;
      })
    );
  }

  async putFile(path: string): Promise<Sha256> {
    const source = openRegular(path);
    if (source === null) throw new CliError('not_a_file', EXIT.conflict, `${path} is no regular file.`);
    let kept: Promise<Sha256>;
    try {
      kept = this.keep((fd) => hashFile(source, fd));
    } finally {
      closeSync(source);
    }
    return kept;
  }

  private keep(fill: (fd: number) => Sha256): Promise<Sha256> {
    checkpoint();
    this.count += 1;
    if (this.count === 1) mkdirSync(this.temporaries, { recursive: true, mode: 0o700 });
    const temporary = join(this.temporaries, `${process.pid}-${Date.now()}-${this.count}`);
    const fd = openSync(temporary, 'wx', 0o600);
    let sha256: Sha256;
    try {
      sha256 = fill(fd);
    } catch (error) {
      rmSync(temporary, { force: true });
      throw error;
    } finally {
      closeSync(fd);
    }
    const kept = new Promise<void>((done, failed) => {
      this.waiting.push({ temporary, sha256, done, failed });
    }).then(() => sha256);
    this.arriving.set(sha256, kept);
    if (this.waiting.length === 1) setImmediate(() => void this.flush());
    return kept;
  }

  private async flush(): Promise<void> {
    const batch = this.waiting;
    this.waiting = [];
    try {
      await syncPaths(batch.map(({ temporary }) => temporary));
      for (const { temporary, sha256 } of batch) {
        checkpoint();
        renameSync(temporary, this.pathOf(sha256));
      }
      await syncPaths([this.root]);
      for (const { done } of batch) done();
    } catch (error) {
      for (const { temporary } of batch) rmSync(temporary, { force: true });
      for (const { failed } of batch) failed(error);
    } finally {
      for (const { sha256 } of batch) this.arriving.delete(sha256);
    }
  }
}

export const blobDamaged = (sha256: Sha256): CliError =>
  new CliError('blob_damaged', EXIT.integrity, `The kept content ${sha256.slice(0, 12)}… is damaged on the disk.`, [
    'dotkit verify names what it belongs to; installing that module again brings it back.',
  ]);

/** The content store of a home. Reading makes nothing; the first put makes its folders. */
export const openBlobs = (home: Home): Blobs => new BlobStore(ownPaths(home).blobs);
