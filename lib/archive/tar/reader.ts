import { ArchiveFault } from '../fault';
import type { FindingCode } from '../finding-codes';
import type { ArchiveLimits } from '../limits';
import { isZero } from './field';
import { BLOCK, hasLinkName, readHeader, type TarHeader } from './header';
import { checkGlobalPax, type PaxOverrides, readPax } from './pax';

/** An entry with its final name: what pax and GNU long names change is already applied. */
export type TarEntry = { name: Buffer; mode: number; size: number; type: string };

export type TarSink = {
  entry: (entry: TarEntry) => void;
  data: (bytes: Buffer) => void;
  entryEnd: () => void;
};

type State = 'header' | 'body' | 'extension' | 'padding' | 'last-zero' | 'after';

const ZERO_BLOCK = Buffer.alloc(BLOCK);

/** Whether a name would leave the folder. Only names that a reader without extensions would use are judged by it. */
function leavesFolder(name: Buffer): boolean {
  const text = name.toString('latin1');
  if (text.startsWith('/') || text.includes('\\')) return true;
  const steps = text.split('/');
  // A name cut at 100 bytes may end in two dots by chance.
  if (name.length >= 98) steps.pop();
  return steps.includes('..');
}

/** The code of an entry whose body readers skip, or do not skip, by different rules; null when they agree. */
function bodyFault(header: TarHeader): FindingCode | null {
  if (header.type === '0' || (header.type === '5' && header.size === 0)) return null;
  if (header.type === '5') return 'entry-directory-size';
  if (header.type === 'K') return 'entry-link';
  if ('12'.includes(header.type)) return header.size === 0 ? null : 'entry-link';
  if ('346'.includes(header.type)) return header.size === 0 ? null : 'entry-device';
  return 'entry-type';
}

/**
 * A push parser for the part of tar on which all readers agree: ustar, v7, pax `x`, a leading pax `g` comment, GNU `L`.
 * It decides nothing about types and paths; whatever two readers could read differently is a fault.
 */
export class TarReader {
  private state: State = 'header';
  private block = Buffer.alloc(BLOCK);
  private filled = 0;
  private left = 0;
  private padding = 0;
  private extension: { header: TarHeader; body: Buffer; filled: number } | null = null;
  private pax: PaxOverrides | null = null;
  private longName: Buffer | null = null;
  private headers = 0;
  private nearName: Buffer | undefined;

  constructor(
    private readonly sink: TarSink,
    private readonly limits: Pick<ArchiveLimits, 'extensionBytes'>,
  ) {}

  /** The path read last, for messages about what comes after it. */
  get near(): string | undefined {
    return this.nearName?.toString('utf8');
  }

  /** @throws ArchiveFault */
  push(chunk: Buffer): void {
    for (let at = 0; at < chunk.length; ) at += this.step(chunk, at);
  }

  /** Checks that the archive ended where it should. @throws ArchiveFault tar-truncated, tar-unterminated */
  end(): void {
    if (this.state === 'after' && this.filled === 0) return;
    const between = this.filled === 0 && (this.state === 'header' || this.state === 'last-zero');
    throw this.fault(between && this.extension === null ? 'tar-unterminated' : 'tar-truncated');
  }

  private fault(code: FindingCode): ArchiveFault {
    return new ArchiveFault(code, this.near);
  }

  /** Consumes some bytes from `at` on and returns how many. */
  private step(chunk: Buffer, at: number): number {
    if (this.state === 'body') return this.takeBody(chunk, at);
    if (this.state === 'extension') return this.takeExtension(chunk, at);
    if (this.state === 'padding') return this.takePadding(chunk, at);
    const taken = Math.min(BLOCK - this.filled, chunk.length - at);
    chunk.copy(this.block, this.filled, at, at + taken);
    this.filled += taken;
    if (this.filled === BLOCK) {
      this.filled = 0;
      this.takeBlock();
    }
    return taken;
  }

  private takeBlock(): void {
    const zero = this.block.equals(ZERO_BLOCK);
    if (this.state === 'after') {
      if (!zero) throw this.fault('tar-after-end');
    } else if (this.state === 'last-zero') {
      if (!zero) throw this.fault('tar-after-end');
      this.state = 'after';
    } else if (zero) {
      if (this.pax !== null || this.longName !== null) throw this.fault('pax-order');
      this.state = 'last-zero';
    } else {
      this.takeHeader();
    }
  }

  private takeHeader(): void {
    const header = readHeader(this.block);
    this.headers += 1;
    this.nearName ??= header.name;
    // Some readers skip a header for these two, extended headers included, and then read on under the short name.
    if (header.name.length === 0) throw new ArchiveFault('path-empty', '');
    if (header.type !== '1' && header.type !== '2' && hasLinkName(this.block)) throw this.fault('tar-field');
    this.padding = (BLOCK - (header.size % BLOCK)) % BLOCK;
    if (header.type === 'x' || header.type === 'g' || header.type === 'L') this.startExtension(header);
    else this.startEntry(header);
  }

  private startExtension(header: TarHeader): void {
    const alone = this.pax === null && this.longName === null;
    if (!alone || header.size === 0) throw this.fault('pax-order');
    if (header.type === 'g' && this.headers > 1) throw this.fault('pax-global');
    if ((header.type === 'L') !== (header.format === 'gnu')) throw this.fault('tar-format');
    if (header.size > this.limits.extensionBytes) throw this.fault('pax-too-large');
    this.extension = { header, body: Buffer.alloc(header.size), filled: 0 };
    this.state = 'extension';
  }

  private startEntry(header: TarHeader): void {
    const override = this.pax?.path ?? this.longName;
    const name = override ?? header.name;
    this.nearName = name;
    if (this.pax?.size !== undefined && this.pax.size !== null && this.pax.size !== header.size)
      throw this.fault('pax-size');
    if (override !== null && leavesFolder(header.name)) throw this.fault('header-name');
    const code = bodyFault(header);
    if (code !== null) throw this.fault(code);
    this.pax = null;
    this.longName = null;
    this.sink.entry({ name, mode: header.mode, size: header.size, type: header.type });
    this.left = header.size;
    this.state = 'body';
    if (this.left === 0) this.endBody();
  }

  private takeBody(chunk: Buffer, at: number): number {
    const taken = Math.min(this.left, chunk.length - at);
    this.sink.data(chunk.subarray(at, at + taken));
    this.left -= taken;
    if (this.left === 0) this.endBody();
    return taken;
  }

  private endBody(): void {
    this.sink.entryEnd();
    this.state = this.padding === 0 ? 'header' : 'padding';
  }

  private takePadding(chunk: Buffer, at: number): number {
    const taken = Math.min(this.padding, chunk.length - at);
    if (!isZero(chunk, at, at + taken)) throw this.fault('tar-padding');
    this.padding -= taken;
    if (this.padding === 0) this.state = 'header';
    return taken;
  }

  private takeExtension(chunk: Buffer, at: number): number {
    const extension = this.extension;
    if (extension === null) throw new Error('no extended header is being read');
    const taken = Math.min(extension.body.length - extension.filled, chunk.length - at);
    chunk.copy(extension.body, extension.filled, at, at + taken);
    extension.filled += taken;
    if (extension.filled === extension.body.length) {
      this.extension = null;
      this.applyExtension(extension.header, extension.body);
      this.state = this.padding === 0 ? 'header' : 'padding';
    }
    return taken;
  }

  private applyExtension(header: TarHeader, body: Buffer): void {
    if (header.type === 'g') checkGlobalPax(body);
    else if (header.type === 'x') this.pax = readPax(body, this.near);
    else {
      if (body.indexOf(0) !== body.length - 1 || body.length === 1) throw this.fault('long-name');
      this.longName = body.subarray(0, -1);
    }
  }
}
