import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** What the adapter has sent, and what the engine answers to it. Bodies are JSON, or one JSON document a line. */
type Request = { method: string; path: string; headers: Record<string, string>; body: unknown };
type Exchange = { request: Request; answer: { status: number; body: unknown } };

const FOLDER = join(import.meta.dirname, 'recordings');
/** Stands for the key of whoever recorded. */
export const RECORDED_KEY = 'recorded-key';

const fileOf = (name: string) => join(FOLDER, `${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.json`);
const isLines = (path: string) => path.includes('/documents/import');
const parse = (text: string, path: string): unknown => {
  if (text === '') return null;
  return isLines(path)
    ? text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
    : JSON.parse(text);
};
const print = (body: unknown, path: string): string => {
  if (body === null) return '';
  return isLines(path) && Array.isArray(body)
    ? body.map((line) => JSON.stringify(line)).join('\n')
    : JSON.stringify(body);
};

async function requestOf(incoming: IncomingMessage): Promise<Request> {
  const pieces: Buffer[] = [];
  for await (const piece of incoming) pieces.push(piece);
  const { method = '', url: path = '', headers } = incoming;
  const kept = ['x-typesense-api-key', 'content-type'].flatMap((name) => {
    const value = headers[name];
    return typeof value === 'string' ? [[name, value] as const] : [];
  });
  return { method, path, headers: Object.fromEntries(kept), body: parse(Buffer.concat(pieces).toString(), path) };
}

/** Asks a real engine in the name of the adapter, with its own key. */
async function forward({ method, path, headers, body }: Request, engine: { url: string; key: string }) {
  const sent = print(body, path);
  const answer = await fetch(engine.url.replace(/\/$/, '') + path, {
    method,
    headers: { ...headers, 'x-typesense-api-key': engine.key },
    ...(sent ? { body: sent } : {}),
  });
  return { status: answer.status, body: parse(await answer.text(), path) };
}

/**
 * A server on the loopback interface that the adapter takes for the engine. It answers from the recording of the case that runs, and refuses
 * every request that differs from it; before a real engine it passes everything on, and can write down what was said.
 */
export class RecordedEngine {
  readonly #server: Server = createServer(async (incoming, response) => {
    const { status, body } = await requestOf(incoming)
      .then((request) => this.#answer(request))
      .catch((error: unknown) => ({ status: 599, body: { message: String(error) } }));
    response.writeHead(status).end(print(body, incoming.url ?? ''));
  });
  #name = '';
  #left: Exchange[] = [];
  #heard: Exchange[] = [];
  /** Requests that no recording has. */
  readonly unexpected: Request[] = [];

  constructor(private readonly engine: { url: string; key: string } | null) {}

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  begin(name: string): void {
    this.#name = name;
    this.#heard = [];
    this.#left = existsSync(fileOf(name)) ? (JSON.parse(readFileSync(fileOf(name), 'utf8')) as Exchange[]) : [];
  }

  /** Recorded requests that were not sent. With RECORD set, writes down instead what was said. */
  end(): Request[] {
    if (!this.engine) return this.#left.map(({ request }) => request);
    if (process.env.RECORD && this.#name) {
      mkdirSync(FOLDER, { recursive: true });
      writeFileSync(fileOf(this.#name), `${JSON.stringify(this.#heard, null, 2)}\n`);
    }
    return [];
  }

  async #answer(request: Request): Promise<Exchange['answer']> {
    if (this.engine) {
      const answer = await forward(request, this.engine);
      this.#heard.push({ request, answer });
      return answer;
    }
    const sent = JSON.stringify(request);
    const at = this.#left.findIndex(({ request: recorded }) => JSON.stringify(recorded) === sent);
    const [exchange] = at < 0 ? [] : this.#left.splice(at, 1);
    if (exchange) return exchange.answer;
    this.unexpected.push(request);
    return { status: 599, body: { message: `No recording of ${this.#name} has this request.` } };
  }
}
