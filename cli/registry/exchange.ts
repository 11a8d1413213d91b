import type { IncomingMessage, RequestOptions } from 'node:http';
import type { Readable } from 'node:stream';

import { version } from '../package.json';

/** In milliseconds. `idle`: nothing came or went for so long; `total`: from the first byte to the last. */
export type Timing = { idle: number; total: number };

export type ExchangeRequest = {
  method: string;
  url: URL;
  headers: Record<string, string>;
  body?: Buffer | { stream: Readable; size: number };
  timing: Timing;
};

export class Stalled extends Error {
  override readonly name = 'Stalled';
  constructor(readonly isTotal: boolean) {
    super('No answer in time.');
  }
}

export const USER_AGENT = `dotkit/${version} (${process.platform}; node ${process.versions.node})`;

/**
 * Loaded at the first request, and tls only for https: it takes longer than a whole command that asks nobody. Not by `import()`,
 * which a program started from compiled code does not have.
 */
const driverOf = ({ protocol }: URL) => process.getBuiltinModule(protocol === 'https:' ? 'node:https' : 'node:http');

function sizeOf(body: ExchangeRequest['body']): Record<string, string> {
  if (body === undefined) return {};
  return { 'content-length': String(Buffer.isBuffer(body) ? body.length : body.size) };
}

/**
 * Sends one request and answers when the headers of the answer are there; the body follows as a stream that fails when it stalls
 * or goes on for longer than `total`. Follows no redirect. The connection is kept for the next request.
 */
export async function exchange({ method, url, headers, body, timing }: ExchangeRequest): Promise<IncomingMessage> {
  const { request } = driverOf(url);
  const options: RequestOptions = {
    method,
    headers: { 'user-agent': USER_AGENT, 'accept-encoding': 'identity', ...sizeOf(body), ...headers },
  };
  return new Promise((resolve, reject) => {
    let arrived: IncomingMessage | null = null;
    const sent = request(url, options, (answer) => {
      arrived = answer;
      answer.once('close', () => clearTimeout(timer));
      resolve(answer);
    });
    // Once it is there, the answer is what fails: its reader would otherwise hear of a broken connection only.
    const stop = (isTotal: boolean) => (arrived ?? sent).destroy(new Stalled(isTotal));
    const timer = setTimeout(stop, timing.total, true);
    sent.setTimeout(timing.idle, () => stop(false));
    sent.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    if (body === undefined || Buffer.isBuffer(body)) sent.end(body);
    else body.stream.on('error', (error) => sent.destroy(error)).pipe(sent);
  });
}

/** The whole body, or null when it is larger than that; then the connection is cut. */
export async function readCapped(answer: IncomingMessage, maxBytes: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer) {
    size += chunk.length;
    if (size > maxBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
