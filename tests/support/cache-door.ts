import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll } from 'vitest';

export type DoorMood = 'open' | 'hung' | 'refusing' | 'failing' | 'lying';

/** What a lying cache answers: JSON of the right outer form, with a value that nobody ever stored. */
const LIE = { result: JSON.stringify({ at: 4_000_000_000_000, value: { items: 'none', total: -1 } }) };

/**
 * Puts a door of our own before the test's cache, so that a test can make it hang, refuse, fail or lie.
 * Call it at the top of a file, before anything asks for the environment.
 */
export function putCacheDoor() {
  const real = process.env.UPSTASH_REDIS_REST_URL ?? '';
  const state = { mood: 'open' as DoorMood, requests: 0 };
  const server = createServer((request, response) => void answer(request, response, real, state));
  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    process.env.UPSTASH_REDIS_REST_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return state;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  real: string,
  state: { mood: DoorMood; requests: number },
) {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  state.requests += 1;
  if (state.mood === 'hung') return;
  if (state.mood === 'refusing') return void request.socket.destroy();
  if (state.mood === 'failing') return void response.writeHead(500).end('{"error":"ERR broken"}');
  if (state.mood === 'lying') return void response.writeHead(200).end(JSON.stringify(lieTo(Buffer.concat(pieces))));
  const { method = 'GET', headers, url = '/' } = request;
  const forwarded = await fetch(real + url, {
    method,
    headers: { authorization: headers.authorization ?? '', 'content-type': 'application/json' },
    body: Buffer.concat(pieces),
  });
  response.writeHead(forwarded.status, { 'content-type': 'application/json' }).end(await forwarded.text());
}

/** A batch is answered with a lie for each of its commands. */
function lieTo(body: Buffer): object {
  const command: unknown = JSON.parse(body.toString() || '[]');
  return Array.isArray(command) && Array.isArray(command[0]) ? command.map(() => LIE) : LIE;
}
