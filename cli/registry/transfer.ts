import { createHash } from 'node:crypto';
import { closeSync, createReadStream, openSync, statSync, writeSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';

import { CliError, EXIT } from '../errors';
import type { Sha256 } from '../types';
import { exchange, readCapped, Stalled, type Timing } from './exchange';
import { type Patience, pause, pauseBefore, readRetryAfter } from './patience';

/** An archive of 20 MiB over a slow line takes minutes; silence does not. */
export const TRANSFER_TIMING: Timing = { idle: 20_000, total: 600_000 };
const MAX_REFUSAL_BYTES = 4096;

const failed = (url: URL, why: string): CliError =>
  new CliError('transfer_failed', EXIT.failure, `The transfer with ${url.host} failed: ${why}.`, [
    'Try again in a moment.',
  ]);

const wrongSize = (expected: number, actual: string): CliError =>
  new CliError(
    'integrity_mismatch',
    EXIT.integrity,
    `The archive that arrives has ${actual} bytes, not the ${expected} announced.`,
  );

const why = (error: unknown): string => {
  if (error instanceof Stalled) return 'nothing came in time';
  return error instanceof Error && 'code' in error ? String(error.code) : 'the connection was lost';
};

export type Download = {
  url: URL;
  /** A new file; whatever went wrong, it is for the caller to remove. */
  path: string;
  size: number;
  onBytes: (bytes: number) => void;
  timing?: Timing;
  patience: Patience;
};

/**
 * Writes what lies at an address into a new file, at most `size` bytes of it, and answers with their hash. The file need not outlive
 * a crash: what lies in a cache is hashed before it is used. No token is sent and no redirect followed. Tried again only while nothing has arrived.
 *
 * @throws CliError transfer_failed (1), integrity_mismatch (4) for another number of bytes
 */
export async function download({
  url,
  path,
  size,
  onBytes,
  timing = TRANSFER_TIMING,
  patience,
}: Download): Promise<Sha256> {
  const answer = await begin(url, timing, patience);
  const announced = answer.headers['content-length'];
  if (announced !== undefined && announced !== String(size)) {
    answer.destroy();
    throw wrongSize(size, announced);
  }
  const hash = createHash('sha256');
  const fd = openSync(path, 'wx', 0o600);
  let arrived = 0;
  try {
    for await (const chunk of answer as AsyncIterable<Buffer>) {
      arrived += chunk.length;
      if (arrived > size) throw wrongSize(size, 'more');
      hash.update(chunk);
      for (let from = 0; from < chunk.length; ) from += writeSync(fd, chunk, from);
      onBytes(chunk.length);
    }
  } catch (error) {
    throw error instanceof CliError || isOfFiles(error) ? error : failed(url, why(error));
  } finally {
    answer.destroy();
    closeSync(fd);
  }
  if (arrived !== size) throw wrongSize(size, String(arrived));
  return hash.digest('hex');
}

/** A full disk is nobody's network. */
const isOfFiles = (error: unknown): boolean =>
  error instanceof Error && 'syscall' in error && ['write', 'open'].includes(String(error.syscall));

async function begin(url: URL, timing: Timing, patience: Patience): Promise<IncomingMessage> {
  for (let attempt = 0; ; attempt += 1) {
    let retryAfter: number | null = null;
    let reason: string;
    try {
      const answer = await exchange({ method: 'GET', url, headers: { accept: '*/*' }, timing });
      if (answer.statusCode === 200) return answer;
      retryAfter = readRetryAfter(answer.headers['retry-after'], Date.now());
      answer.destroy();
      reason = `it answered with the status ${answer.statusCode}`;
      if (answer.statusCode !== 503 && answer.statusCode !== 429) throw failed(url, reason);
    } catch (error) {
      if (error instanceof CliError) throw error;
      reason = why(error);
    }
    const ms = pauseBefore(attempt, retryAfter, patience);
    if (ms === null) throw failed(url, reason);
    await pause(ms);
  }
}

export type Upload = {
  url: URL;
  path: string;
  headers: Record<string, string>;
  onBytes: (bytes: number) => void;
  timing?: Timing;
};

async function* counted(chunks: AsyncIterable<Buffer>, onBytes: (bytes: number) => void): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    onBytes(chunk.length);
    yield chunk;
  }
}

/** Sends a file to a presigned address with PUT. No token is sent. @throws CliError transfer_failed (1) */
export async function upload({ url, path, headers, onBytes, timing = TRANSFER_TIMING }: Upload): Promise<void> {
  const { size } = statSync(path);
  const stream = Readable.from(counted(createReadStream(path), onBytes));
  try {
    const answer = await exchange({ method: 'PUT', url, headers, body: { stream, size }, timing });
    await readCapped(answer, MAX_REFUSAL_BYTES);
    const status = answer.statusCode ?? 0;
    if (status < 200 || status >= 300) throw failed(url, `it answered with the status ${status}`);
  } catch (error) {
    throw error instanceof CliError ? error : failed(url, why(error));
  } finally {
    stream.destroy();
  }
}
