import { crc32 } from 'node:zlib';

import { ArchiveFault } from '../fault';

const FLAG_HCRC = 2;
const FLAG_EXTRA = 4;
const FLAG_NAME = 8;
const FLAG_COMMENT = 16;
const RESERVED_FLAGS = 0xe0;
/** RFC 1952 sets no bound on name and comment; a real one is a file name. */
const MAX_HEADER = 4096;

/** The end of a zero-terminated field, or null when it has not arrived yet. */
function afterZero(bytes: Uint8Array, from: number): number | null {
  const zero = bytes.indexOf(0, from);
  return zero === -1 ? null : zero + 1;
}

function headerEnd(bytes: Uint8Array): number | null {
  if (bytes.length < 10) return null;
  const flags = bytes[3] ?? 0;
  let at: number | null = 10;
  if (flags & FLAG_EXTRA) {
    if (bytes.length < 12) return null;
    at = 12 + (bytes[10] ?? 0) + (bytes[11] ?? 0) * 256;
  }
  if (flags & FLAG_NAME) at = afterZero(bytes, at);
  if (flags & FLAG_COMMENT && at !== null) at = afterZero(bytes, at);
  if (flags & FLAG_HCRC && at !== null) at += 2;
  return at === null || at > bytes.length ? null : at;
}

/**
 * The number of bytes of the gzip header (RFC 1952) at the start of `bytes`, or null when more are needed.
 * Node's own gunzip is not used because it reads several members as one.
 * @throws ArchiveFault archive-not-gzip, gzip-header
 */
export function gzipHeaderLength(bytes: Uint8Array): number | null {
  const magic = [0x1f, 0x8b, 0x08];
  for (const [index, byte] of magic.entries()) {
    if (index < bytes.length && bytes[index] !== byte) throw new ArchiveFault('archive-not-gzip');
  }
  if (bytes.length > 3 && (bytes[3] ?? 0) & RESERVED_FLAGS) throw new ArchiveFault('gzip-header');
  const end = headerEnd(bytes);
  if (end === null) {
    if (bytes.length > MAX_HEADER) throw new ArchiveFault('gzip-header');
    return null;
  }
  if ((bytes[3] ?? 0) & FLAG_HCRC) {
    const stored = (bytes[end - 2] ?? 0) + (bytes[end - 1] ?? 0) * 256;
    if ((crc32(bytes.subarray(0, end - 2)) & 0xffff) !== stored) throw new ArchiveFault('gzip-header');
  }
  return end;
}
