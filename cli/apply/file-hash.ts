import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readSync, writeSync } from 'node:fs';
import type { Sha256 } from '../types';
import { errnoOf } from './errno';

const CHUNK_BYTES = 256 * 1024;
let chunk: Buffer | undefined;
/** One buffer for all: the loops below never interleave. */
const buffer = (): Buffer => {
  chunk ??= Buffer.allocUnsafe(CHUNK_BYTES);
  return chunk;
};

function openUnlessLink(path: string): number | null {
  try {
    return openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    const code = errnoOf(error);
    // A link, or a socket.
    if (code === 'ELOOP' || code === 'ENXIO') return null;
    throw error;
  }
}

/** Opens a regular file and nothing else: no link is followed, and a pipe cannot make the process wait. */
export function openRegular(path: string): number | null {
  const fd = openUnlessLink(path);
  if (fd === null) return null;
  if (fstatSync(fd).isFile()) return fd;
  closeSync(fd);
  return null;
}

/** The hash of what an open file holds from its current position on, in pieces; `copyTo` receives the same bytes. */
export function hashFile(fd: number, copyTo?: number): Sha256 {
  const hash = createHash('sha256');
  for (;;) {
    const size = readSync(fd, buffer(), 0, CHUNK_BYTES, null);
    if (size === 0) return hash.digest('hex');
    const piece = buffer().subarray(0, size);
    hash.update(piece);
    if (copyTo !== undefined) writeAll(copyTo, piece);
  }
}

/** Writes all bytes: the system may take fewer at a time. */
export function writeAll(fd: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at, bytes.length - at);
}
