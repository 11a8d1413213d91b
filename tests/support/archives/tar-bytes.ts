import { gzipSync, type ZlibOptions } from 'node:zlib';

const BLOCK = 512;

/** Every field of a tar header, as a test wants it: strings are written as they are, numbers in octal. */
export type HeaderFields = {
  name?: string | Buffer;
  mode?: string | number;
  size?: string | number | Buffer;
  type?: string;
  link?: string;
  magic?: string;
  prefix?: string | Buffer;
  /** Replaces the right checksum. */
  checksum?: string;
  uid?: string | Buffer;
  body?: string | Buffer;
  /** Fills the space after the body; zero by default. */
  fill?: number;
};

export const USTAR = 'ustar\u000000';
export const GNU = 'ustar  \u0000';
export const V7 = '\u0000'.repeat(8);

const octal = (value: number, width: number): string => `${value.toString(8).padStart(width - 1, '0')}\u0000`;
const field = (value: string | number | Buffer, width: number): Buffer =>
  typeof value === 'number' ? Buffer.from(octal(value, width), 'latin1') : Buffer.from(value);

/** Writes the right checksum into a header block. */
export function sign(block: Buffer): Buffer {
  block.fill(' ', 148, 156);
  let sum = 0;
  for (const byte of block) sum += byte;
  block.write(`${sum.toString(8).padStart(6, '0')}\u0000 `, 148, 'latin1');
  return block;
}

/** One 512-byte header, wrong wherever a test asks for it. */
export function header(fields: HeaderFields): Buffer {
  const body = Buffer.from(fields.body ?? '');
  const block = Buffer.alloc(BLOCK);
  const put = (value: Buffer, at: number, width: number) => value.copy(block, at, 0, Math.min(value.length, width));
  put(Buffer.from(fields.name ?? 'a.txt'), 0, 100);
  put(field(fields.mode ?? 0o644, 8), 100, 8);
  put(field(fields.uid ?? 0, 8), 108, 8);
  put(field(0, 8), 116, 8);
  put(field(fields.size ?? body.length, 12), 124, 12);
  put(field(1_700_000_000, 12), 136, 12);
  block.write(fields.type ?? '0', 156, 'latin1');
  put(Buffer.from(fields.link ?? ''), 157, 100);
  block.write(fields.magic ?? USTAR, 257, 'latin1');
  put(Buffer.from(fields.prefix ?? ''), 345, 155);
  sign(block);
  if (fields.checksum !== undefined) block.write(fields.checksum, 148, 'latin1');
  return block;
}

/** Header, body and padding. */
export function entry(fields: HeaderFields): Buffer {
  const body = Buffer.from(fields.body ?? '');
  const padding = Buffer.alloc((BLOCK - (body.length % BLOCK)) % BLOCK, fields.fill ?? 0);
  return Buffer.concat([header(fields), body, padding]);
}

/** One pax record with its right length. */
export function paxRecord(key: string, value: string): string {
  const rest = ` ${key}=${value}\n`;
  const bytes = Buffer.byteLength(rest);
  let length = bytes + 1;
  while (length !== bytes + String(length).length) length = bytes + String(length).length;
  return `${length}${rest}`;
}

export const pax = (records: Record<string, string>, type = 'x'): Buffer =>
  entry({
    name: 'PaxHeader/entry',
    type,
    body: Object.entries(records)
      .map(([key, value]) => paxRecord(key, value))
      .join(''),
  });

export const longName = (name: string, end = '\u0000'): Buffer =>
  entry({ name: '././@LongLink', type: 'L', magic: GNU, body: `${name}${end}` });

export const END = Buffer.alloc(2 * BLOCK);

/** A whole tar of these pieces, with its two closing blocks. */
export const tarOf = (...pieces: Buffer[]): Buffer => Buffer.concat([...pieces, END]);

export const gz = (bytes: Buffer, options: ZlibOptions = { level: 6 }): Buffer => gzipSync(bytes, options);
