import { ArchiveFault } from '../fault';
import { isNumberField, isZero, octalField, stringField } from './field';

export const BLOCK = 512;
const SPACE = 0x20;
const SPARSE = 0x53;
const USTAR = 'ustar\u000000';
const GNU = 'ustar  \u0000';
const V7 = '\u0000'.repeat(8);

/** One 512-byte header, decoded but not yet judged. */
export type TarHeader = {
  format: 'ustar' | 'gnu' | 'v7';
  /** Prefix and name joined, as raw bytes. */
  name: Buffer;
  mode: number;
  size: number;
  /** The type flag as one character; NUL reads as `0`. */
  type: string;
};

/** A name for messages about a header that cannot be trusted. */
function roughName(block: Buffer): string | undefined {
  const end = block.subarray(0, 100).indexOf(0);
  // Without a NUL in this field the bytes are hardly a header at all.
  return end < 1 ? undefined : block.toString('utf8', 0, end);
}

function hasChecksum(block: Buffer): boolean {
  const stored = octalField(block, 148, 8, null);
  let sum = 8 * SPACE;
  for (let at = 0; at < 148; at += 1) sum += block[at] ?? 0;
  for (let at = 156; at < BLOCK; at += 1) sum += block[at] ?? 0;
  return stored === sum;
}

function formatOf(block: Buffer): TarHeader['format'] | null {
  const magic = block.toString('latin1', 257, 265);
  if (magic === USTAR) return 'ustar';
  // Readers differ on whether these formats have a prefix, so that region must be empty.
  if (magic === GNU && isZero(block, 345, BLOCK)) return 'gnu';
  if (magic === V7 && isZero(block, 265, 329) && isZero(block, 345, BLOCK)) return 'v7';
  return null;
}

function nameOf(block: Buffer, format: TarHeader['format']): Buffer | null {
  const name = stringField(block, 0, 100);
  const link = stringField(block, 157, 100);
  if (name === null || link === null) return null;
  if (format !== 'ustar') return Buffer.from(name);
  const prefix = stringField(block, 345, 155);
  if (prefix === null || !isZero(block, 500, BLOCK)) return null;
  return prefix.length === 0 ? Buffer.from(name) : Buffer.concat([prefix, Buffer.from('/'), name]);
}

/**
 * Decodes a header that every reader would decode alike.
 * @throws ArchiveFault tar-checksum, tar-format, tar-field, entry-sparse
 */
export function readHeader(block: Buffer): TarHeader {
  if (!hasChecksum(block)) throw new ArchiveFault('tar-checksum', roughName(block));
  const flag = block[156] ?? 0;
  if (flag === SPARSE) throw new ArchiveFault('entry-sparse', roughName(block));
  const format = formatOf(block);
  if (format === null) throw new ArchiveFault('tar-format', roughName(block));
  const name = nameOf(block, format);
  const mode = octalField(block, 100, 8, null);
  const size = octalField(block, 124, 12, null);
  const owners = isNumberField(block, 108, 8) && isNumberField(block, 116, 8) && isNumberField(block, 136, 12);
  const devices = octalField(block, 329, 8, 0) !== null && octalField(block, 337, 8, 0) !== null;
  if (name === null || mode === null || size === null || !owners || !devices) {
    throw new ArchiveFault('tar-field', roughName(block));
  }
  return { format, name, mode, size, type: flag === 0 ? '0' : String.fromCharCode(flag) };
}

/** Whether the header names a link's target, as only a link may. */
export function hasLinkName(block: Buffer): boolean {
  return block[157] !== 0;
}
