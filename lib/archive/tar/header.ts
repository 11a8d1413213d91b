import { ArchiveFault } from '../fault';
import { isNumberField, isZero, octalField, stringLength } from './field';

export const BLOCK = 512;
const SPACE = 0x20;
const SPARSE = 0x53;
const SLASH = 0x2f;
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
  /** The type flag as one character; NUL reads as `0`, or as `5` for a folder of the v7 format. */
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

/**
 * The length of the prefix of a ustar header. node-tar, like xstar, keeps two times in its last 24 bytes, and tells them from a
 * long prefix by the byte before; everyone else stops at the first NUL. Both readings must give the same prefix.
 */
function prefixLength(block: Buffer): number {
  const hasTimes = block[475] === 0 && isNumberField(block, 476, 12) && isNumberField(block, 488, 12);
  return stringLength(block, 345, hasTimes ? 131 : 155);
}

/** The name as a copy, because the block is used again; null when a field of text is not well formed. */
function nameOf(block: Buffer, format: TarHeader['format']): Buffer | null {
  const length = stringLength(block, 0, 100);
  if (length === -1 || stringLength(block, 157, 100) === -1) return null;
  const name = Buffer.from(block.subarray(0, length));
  if (format !== 'ustar') return name;
  const prefix = prefixLength(block);
  if (prefix === -1 || !isZero(block, 500, BLOCK)) return null;
  return prefix === 0 ? name : Buffer.concat([block.subarray(345, 345 + prefix), Buffer.from('/'), name]);
}

/** The type as one character. The v7 format has no type for folders: a closing slash tells them, to every reader. */
function typeOf(block: Buffer, format: TarHeader['format'], name: Buffer, size: number): string {
  const flag = block[156] ?? 0;
  if (flag !== 0) return String.fromCharCode(flag);
  return format === 'v7' && size === 0 && name.at(-1) === SLASH ? '5' : '0';
}

/**
 * Decodes a header that every reader would decode alike.
 * @throws ArchiveFault tar-checksum, tar-format, tar-field, entry-sparse
 */
export function readHeader(block: Buffer): TarHeader {
  if (!hasChecksum(block)) throw new ArchiveFault('tar-checksum', roughName(block));
  if (block[156] === SPARSE) throw new ArchiveFault('entry-sparse', roughName(block));
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
  return { format, name, mode, size, type: typeOf(block, format, name, size) };
}

/** Whether the header names a link's target, as only a link may. */
export function hasLinkName(block: Buffer): boolean {
  return block[157] !== 0;
}
