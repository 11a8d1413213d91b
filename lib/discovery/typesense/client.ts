import 'server-only';
import http from 'node:http';
import https from 'node:https';
import { DomainError } from '@/lib/errors';
import { Breaker } from '@/lib/infra/breaker';
import { log } from '@/lib/infra/log';
import type { Answer, Search } from './protocol';

/** A page waits for so long; a batch that is fed may take longer. */
const SEARCH_MS = 3000;
const FEED_MS = 60_000;

type Call = { method: string; path: string; body?: string; type?: string; patienceMs: number };
type Reply = { status: number; text: string };

/**
 * The wire to a Typesense cluster, by plain HTTP of Node: Next takes an uncached `fetch` for a reason to render a prerendered page for every
 * visitor. Whatever goes wrong becomes the refusal `search_down`. After a row of failures it is not waited for, for a few seconds.
 */
export class TypesenseClient {
  readonly #base: URL;
  readonly #transport: typeof http | typeof https;
  readonly #agent: http.Agent;
  readonly #breaker = new Breaker({ timeoutMs: SEARCH_MS + 500, threshold: 5, coolDownMs: 5000 });

  constructor(
    url: string,
    private readonly key: string,
  ) {
    this.#base = new URL(url);
    this.#transport = this.#base.protocol === 'https:' ? https : http;
    this.#agent = new this.#transport.Agent({ keepAlive: true, maxSockets: 50 });
  }

  /** The answers to several searches of one request, in their order. Throws `search_down`, and `search_warming` before the first feeding. */
  async search(searches: Search[]): Promise<Answer[]> {
    const body = JSON.stringify({ searches });
    const call = { method: 'POST', path: '/multi_search', body, patienceMs: SEARCH_MS };
    const reply = await this.#breaker.run(() => this.#send(call), null);
    if (!reply) throw new DomainError('search_down');
    const { results } = this.#read<{ results?: Answer[] }>(reply, [200], call);
    const failed = results?.find(({ code }) => code !== undefined && code !== 200);
    if (failed?.code === 404 && /no collection|not found/i.test(failed.error ?? ''))
      throw new DomainError('search_warming');
    if (failed || results?.length !== searches.length)
      return refuse(call, { ...reply, text: failed?.error ?? reply.text });
    return results;
  }

  /** Sends JSON; null if the engine says that there is no such thing. `accept` are the answers beside 200 and 201 that are as good. */
  async manage<T>(method: string, path: string, value?: unknown, accept: number[] = []): Promise<T | null> {
    const body = value === undefined ? {} : { body: JSON.stringify(value) };
    const call = { method, path, ...body, patienceMs: FEED_MS };
    const reply = await this.#send(call).catch((cause: unknown) => unreachable(cause));
    if (reply.status === 404) return null;
    return this.#read<T>(reply, [200, 201, ...accept], call);
  }

  /** Sends documents; what became of each, in their order. */
  async importInto(
    collection: string,
    documents: object[],
  ): Promise<{ success: boolean; error?: string; code?: number }[]> {
    const path = `/collections/${collection}/documents/import?action=upsert`;
    const body = documents.map((document) => JSON.stringify(document)).join('\n');
    const call = { method: 'POST', path, body, type: 'text/plain', patienceMs: FEED_MS };
    const reply = await this.#send(call).catch((cause: unknown) => unreachable(cause));
    if (reply.status !== 200) return refuse(call, reply);
    const text = `[${reply.text.trim().split('\n').join(',')}]`;
    return this.#read({ ...reply, text }, [200], call);
  }

  #read<T>(reply: Reply, accepted: number[], call: Call): T {
    if (!accepted.includes(reply.status)) return refuse(call, reply);
    try {
      return JSON.parse(reply.text) as T;
    } catch {
      return refuse(call, reply);
    }
  }

  #send({ method, path, body = '', type = 'application/json', patienceMs }: Call): Promise<Reply> {
    const options = {
      host: this.#base.hostname,
      port: this.#base.port,
      path: this.#base.pathname.replace(/\/$/, '') + path,
      method,
      agent: this.#agent,
      signal: AbortSignal.timeout(patienceMs),
      headers: {
        'x-typesense-api-key': this.key,
        ...(body ? { 'content-type': type, 'content-length': Buffer.byteLength(body) } : {}),
      },
    };
    return new Promise((resolve, reject) => {
      const request = this.#transport.request(options, (response) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('error', reject);
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, text: Buffer.concat(pieces).toString('utf8') }),
        );
      });
      request.on('error', reject);
      request.end(body);
    });
  }
}

function unreachable(cause: unknown): never {
  throw new DomainError('search_down', {}, { cause });
}

function refuse({ method, path }: Call, { status, text }: Reply): never {
  log.error('search.engine_refused', { method, path, status, said: text.slice(0, 300) });
  throw new DomainError('search_down');
}
