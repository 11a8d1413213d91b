import { crc32, createInflateRaw, type InflateRaw } from 'node:zlib';

import { ArchiveFault } from '../fault';
import { gzipHeaderLength } from './header';

/** A quarter of the calls and of the garbage that 64 KiB would make; `onData` sees it in slices all the same. */
const OUTPUT_CHUNK = 256 * 1024;
const SLICE = 64 * 1024;
/** A chunk from the network is fed in pieces, so that one huge chunk cannot run past a limit or a deadline. */
const INPUT_CHUNK = 256 * 1024;
const TRAILER_BYTES = 8;
/** bsdtar, which is `tar` on macOS, fills what it writes into a pipe with zeros up to a whole tape record. */
const TAPE_RECORD = 10_240;

/**
 * Gunzips exactly one member (RFC 1952) and refuses every byte after it, but zeros that fill the last tape record. `onData` is called synchronously with each piece of
 * at most 64 KiB; what it throws stops the stream and comes out of `write` or `end`.
 */
export class Gunzip {
  private readonly inflate: InflateRaw;
  private readonly settled: Promise<void>;
  private fault: unknown = null;
  private header: Uint8Array | null = new Uint8Array(0);
  private trailer: Uint8Array | null = null;
  private crc = 0;
  private length = 0;
  private packed = 0;

  constructor(private readonly onData: (bytes: Buffer) => void) {
    this.inflate = createInflateRaw({ chunkSize: OUTPUT_CHUNK });
    this.inflate.on('data', (bytes: Buffer) => this.receive(bytes));
    this.settled = new Promise((resolve) => {
      this.inflate.on('error', (error: NodeJS.ErrnoException) => {
        const truncated = error.code === 'Z_BUF_ERROR';
        this.fault ??= new ArchiveFault(truncated ? 'gzip-truncated' : 'gzip-corrupt');
        resolve();
      });
      this.inflate.on('close', resolve);
      this.inflate.on('end', resolve);
    });
  }

  /** @throws ArchiveFault, or what `onData` threw */
  async write(bytes: Uint8Array): Promise<void> {
    for (let at = 0; at < bytes.length; at += INPUT_CHUNK) await this.writePiece(bytes.subarray(at, at + INPUT_CHUNK));
  }

  /** Checks that the member was whole. @throws ArchiveFault gzip-truncated, gzip-checksum, gzip-trailing-data, archive-empty */
  async end(): Promise<void> {
    if (this.header !== null) throw new ArchiveFault(this.header.length === 0 ? 'archive-empty' : 'gzip-truncated');
    if (this.trailer === null) this.inflate.end();
    await this.settled;
    this.throwFault();
    if (this.trailer === null || this.trailer.length < TRAILER_BYTES) throw new ArchiveFault('gzip-truncated');
    if (this.trailer.length > TRAILER_BYTES && this.packed % TAPE_RECORD !== 0)
      throw new ArchiveFault('gzip-trailing-data');
    const view = new DataView(this.trailer.buffer, this.trailer.byteOffset, TRAILER_BYTES);
    if (view.getUint32(0, true) !== this.crc || view.getUint32(4, true) !== this.length % 2 ** 32) {
      throw new ArchiveFault('gzip-checksum');
    }
  }

  destroy(): void {
    this.inflate.destroy();
  }

  private receive(bytes: Buffer): void {
    if (this.fault !== null) return;
    try {
      this.crc = crc32(bytes, this.crc);
      this.length += bytes.length;
      for (let at = 0; at < bytes.length; at += SLICE) {
        this.onData(bytes.length <= SLICE ? bytes : bytes.subarray(at, at + SLICE));
      }
    } catch (error) {
      this.fault = error;
      this.inflate.destroy();
    }
  }

  private async writePiece(bytes: Uint8Array): Promise<void> {
    let body = bytes;
    this.packed += bytes.length;
    if (this.header !== null) {
      const all = Buffer.concat([this.header, bytes]);
      const length = gzipHeaderLength(all);
      if (length === null) {
        this.header = all;
        return;
      }
      this.header = null;
      body = all.subarray(length);
    }
    if (this.trailer === null) body = await this.inflatePiece(body);
    if (body.length > 0) this.appendTrailer(body);
  }

  /** Inflates and returns the bytes that the deflate stream did not want, which are the trailer and what follows it. */
  private async inflatePiece(bytes: Uint8Array): Promise<Uint8Array> {
    if (bytes.length === 0) return bytes;
    const before = this.inflate.bytesWritten;
    const written = new Promise<void>((resolve) => this.inflate.write(bytes, () => resolve()));
    await Promise.race([written, this.settled]);
    this.throwFault();
    const rest = bytes.subarray(this.inflate.bytesWritten - before);
    if (rest.length > 0) this.trailer = new Uint8Array(0);
    return rest;
  }

  private appendTrailer(bytes: Uint8Array): void {
    const all = Buffer.concat([this.trailer ?? new Uint8Array(0), bytes]);
    const padding = all.subarray(TRAILER_BYTES);
    if (padding.length >= TAPE_RECORD || padding.some((byte) => byte !== 0))
      throw new ArchiveFault('gzip-trailing-data');
    this.trailer = all;
  }

  private throwFault(): void {
    if (this.fault !== null) throw this.fault;
  }
}
