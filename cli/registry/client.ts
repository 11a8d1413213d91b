import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

import { CliError, EXIT } from '../errors';
import { isPrivate, registryAddress } from './address';
import { exchange, readCapped, Stalled, type Timing } from './exchange';
import { PATIENCE, type Patience, pause, pauseBefore, readRetryAfter } from './patience';
import { refusalOf } from './problem';

const MAX_JSON_BYTES = 8 * 1024 * 1024;
const TIMING: Timing = { idle: 15_000, total: 30_000 };
const BUSY = new Set([429, 502, 503, 504]);

export type ClientOptions = {
  /** Without a slash at its end. */
  registryUrl: string;
  token: string | null;
  /** Whether plain http to other machines is accepted. */
  force?: boolean;
  timing?: Timing;
  patience?: Patience;
};

type Call = {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: Buffer;
  mayRepeat: boolean;
};

/** Puts texts into the path of an address, each as one segment. */
export const at = (strings: TemplateStringsArray, ...parts: string[]): string =>
  strings.reduce((path, string, index) => `${path}${encodeURIComponent(parts[index - 1] ?? '')}${string}`);

const reasonOf = (error: unknown): string => {
  if (error instanceof Stalled) return 'it does not answer in time';
  return error instanceof Error && 'code' in error ? String(error.code) : 'the connection failed';
};

/** The registry's REST API. Tokens go to the registry's own origin and nowhere else: no redirect is followed. */
export class RegistryClient {
  readonly url: URL;
  readonly timing: Timing;
  readonly patience: Patience;
  private readonly base: string;
  private readonly authorization: Record<string, string>;

  /** @throws CliError insecure_registry, registry_invalid (64) */
  constructor({ registryUrl, token, force = false, timing = TIMING, patience = PATIENCE }: ClientOptions) {
    this.url = registryAddress(registryUrl, force);
    this.base = `${registryUrl.replace(/\/+$/, '')}/api/v1`;
    this.timing = timing;
    this.patience = patience;
    this.authorization = token !== null && isPrivate(this.url) ? { authorization: `Bearer ${token}` } : {};
  }

  /** Whether requests carry a token. */
  get isSignedIn(): boolean {
    return 'authorization' in this.authorization;
  }

  /** Reads JSON. @throws CliError with the registry's own code and sentence, registry_unreachable, bad_answer */
  get(path: string, query: Readonly<Record<string, string | undefined>> = {}): Promise<unknown> {
    const given = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined);
    const search = given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
    return this.call({ method: 'GET', path: path + search, headers: this.authorization, mayRepeat: true });
  }

  /** Writes. The key makes a repeated request the same one, so that a lost answer does not do it twice. @throws as `get` */
  send(
    method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: object,
    idempotencyKey: string = randomUUID(),
  ): Promise<unknown> {
    const headers = {
      ...this.authorization,
      'idempotency-key': idempotencyKey,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    const bytes = body === undefined ? {} : { body: Buffer.from(JSON.stringify(body)) };
    return this.call({ method, path, headers, ...bytes, mayRepeat: true });
  }

  /** Posts a form once, without a token, as OAuth wants it. @throws as `get` */
  postForm(path: string, fields: Record<string, string>): Promise<unknown> {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const body = Buffer.from(new URLSearchParams(fields).toString());
    return this.call({ method: 'POST', path, headers, body, mayRepeat: false });
  }

  private async call(call: Call): Promise<unknown> {
    for (let attempt = 0; ; attempt += 1) {
      const wait = async (retryAfter: number | null): Promise<boolean> => {
        const ms = call.mayRepeat ? pauseBefore(attempt, retryAfter, this.patience) : null;
        if (ms !== null) await pause(ms);
        return ms !== null;
      };
      let status: number;
      let retryAfter: number | null;
      let body: Buffer | null;
      try {
        const answer = await this.exchange(call);
        status = answer.statusCode ?? 0;
        retryAfter = readRetryAfter(answer.headers['retry-after'], Date.now());
        body = await readCapped(answer, MAX_JSON_BYTES);
      } catch (error) {
        // Whoever let us wait for the whole time would let us wait again.
        const hopeless = error instanceof Stalled && error.isTotal;
        if (!hopeless && (await wait(null))) continue;
        throw this.unreachable(error);
      }
      if (BUSY.has(status) && (await wait(retryAfter))) continue;
      return this.read(status, body, retryAfter);
    }
  }

  private exchange({ method, path, headers, body }: Call): Promise<IncomingMessage> {
    const url = new URL(this.base + path);
    const request = { method, url, headers: { accept: 'application/json', ...headers }, timing: this.timing };
    return exchange(body === undefined ? request : { ...request, body });
  }

  private read(status: number, body: Buffer | null, retryAfter: number | null): unknown {
    if (status >= 300 && status < 400)
      throw this.badAnswer('It sends us elsewhere, and a token must not follow. Use the address that it is at.');
    if (body === null) throw this.badAnswer(`It is larger than ${MAX_JSON_BYTES / 1024 / 1024} MiB.`);
    if (status < 200 || status >= 300) throw refusalOf(status, body, retryAfter, this.url.origin);
    if (body.length === 0) return null;
    try {
      return JSON.parse(body.toString('utf8'));
    } catch {
      throw this.badAnswer('It is not JSON.');
    }
  }

  private badAnswer(why: string): CliError {
    return new CliError('bad_answer', EXIT.failure, `${this.url.origin} gave an answer that cannot be used.`, [why]);
  }

  private unreachable(error: unknown): CliError {
    const sentence = `The registry at ${this.url.origin} cannot be reached: ${reasonOf(error)}.`;
    return new CliError('registry_unreachable', EXIT.failure, sentence, [
      'Nothing was changed. Try again, or name another registry with --registry.',
    ]);
  }
}
