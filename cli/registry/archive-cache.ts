import { closeSync, constants, createReadStream, fstatSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { errnoOf } from '../apply/errno';
import { hashFile } from '../apply/file-hash';
import type { Home, Sha256 } from '../types';
import { temporaryName } from './temporary-name';

const CHUNK_BYTES = 256 * 1024;
const ABSENT = new Set(['ENOENT', 'ELOOP', 'EMLINK', 'ENOTDIR']);

/** Where archives lie between installs, by their hash. Nothing in here is believed: whatever is used is hashed again. */
export class ArchiveCache {
  private readonly folder: string;

  constructor(home: Home) {
    this.folder = join(home.own.cache, 'archives');
  }

  pathOf(sha256: Sha256): string {
    return join(this.folder, `${sha256}.tgz`);
  }

  /** The size of an archive that is here and is what its name says; null otherwise. */
  verifiedSize(sha256: Sha256): number | null {
    let fd: number;
    try {
      fd = openSync(this.pathOf(sha256), constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    } catch (error) {
      if (ABSENT.has(errnoOf(error) ?? '')) return null;
      throw error;
    }
    try {
      return fstatSync(fd).isFile() && hashFile(fd) === sha256 ? fstatSync(fd).size : null;
    } finally {
      closeSync(fd);
    }
  }

  /** Lets `fill` write a new file, which then takes the place of the archive; when it throws, nothing is left of it. */
  async fill(sha256: Sha256, fill: (path: string) => Promise<void>): Promise<void> {
    // A cache may lie behind a link, on another disk: nothing in it is believed, and nothing else is written there.
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    const temporary = this.temporary();
    try {
      await fill(temporary);
      renameSync(temporary, this.pathOf(sha256));
    } catch (error) {
      rmSync(temporary, { force: true });
      throw error;
    }
  }

  remove(sha256: Sha256): void {
    rmSync(this.pathOf(sha256), { force: true });
  }

  read(sha256: Sha256): AsyncIterable<Buffer> {
    return createReadStream(this.pathOf(sha256), {
      flags: constants.O_RDONLY | constants.O_NOFOLLOW,
      highWaterMark: CHUNK_BYTES,
    } as object);
  }

  /** A new name for a file that is being taken out of an archive. */
  temporary(): string {
    return join(this.folder, temporaryName());
  }
}
