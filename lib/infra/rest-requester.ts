import 'server-only';
import http from 'node:http';
import https from 'node:https';
import type { Requester } from '@upstash/redis';

type Request = Parameters<Requester['request']>[0];
type Answer = { status: number; text: string; syncToken: string };

const TIMEOUT_MS = 5000;

/**
 * The wire under the cache's client, by plain HTTP of Node. Its own `fetch` costs three times the processor time of a call, and Next takes an
 * uncached `fetch` for a reason to render a prerendered page for every visitor. Never retries.
 */
export class RestRequester implements Requester {
  /** Replicas are read only once they have what this process wrote. */
  readYourWrites = true;
  upstashSyncToken = '';
  private readonly base: URL;
  private readonly transport: typeof http | typeof https;
  private readonly agent: http.Agent;

  constructor(
    url: string,
    private readonly token: string,
  ) {
    this.base = new URL(url);
    this.transport = this.base.protocol === 'https:' ? https : http;
    this.agent = new this.transport.Agent({ keepAlive: true, maxSockets: 100 });
  }

  /** Throws an Error with the message of the server (`NOSCRIPT …`) when it refuses a command. */
  async request<T>({ path = [], body, headers = {}, signal }: Request): Promise<{ result?: T; error?: string }> {
    const answer = await this.post(`${this.base.pathname.replace(/\/$/, '')}/${path.join('/')}`, body, headers, signal);
    const parsed = JSON.parse(answer.text) as { result?: T; error?: string };
    if (answer.status !== 200) throw new Error(parsed.error ?? `the cache answered ${answer.status}`);
    this.upstashSyncToken = answer.syncToken;
    return parsed;
  }

  private post(path: string, body: unknown, headers: Record<string, string>, signal?: AbortSignal): Promise<Answer> {
    const payload = JSON.stringify(body);
    const options = {
      host: this.base.hostname,
      port: this.base.port,
      path,
      method: 'POST',
      agent: this.agent,
      timeout: TIMEOUT_MS,
      headers: {
        ...headers,
        authorization: `Bearer ${this.token}`,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(payload),
        'upstash-sync-token': this.upstashSyncToken,
      },
      ...(signal ? { signal } : {}),
    };
    return new Promise((resolve, reject) => {
      const request = this.transport.request(options, (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (piece: string) => {
          text += piece;
        });
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            text,
            syncToken: String(response.headers['upstash-sync-token'] ?? ''),
          }),
        );
      });
      request.on('error', reject);
      request.on('timeout', () => request.destroy(new Error('the cache does not answer')));
      request.end(payload);
    });
  }
}
