import { randomUUID } from 'node:crypto';
import { Redis } from '@upstash/redis';
import { inject } from 'vitest';

/** One REST door to be judged. `fresh` names a key that no other test uses. */
export type Door = { name: string; url: string; token: string; redis: Redis; fresh: (name?: string) => string };

function doorOf(name: string, url: string, token: string): Door {
  const run = randomUUID();
  return {
    name,
    url,
    token,
    // As the product's own client, with the answers in base64, which is the client's default.
    redis: new Redis({ url, token, retry: false, enableTelemetry: false }),
    fresh: (part = 'key') => `conformance:${run}:${randomUUID()}:${part}`,
  };
}

const hosted = inject('hostedEnv');

/** The embedded door always; a hosted one when UPSTASH_REDIS_REST_URL and its token name it. */
export const doors: Door[] = [
  doorOf('embedded', process.env.UPSTASH_REDIS_REST_URL ?? '', process.env.UPSTASH_REDIS_REST_TOKEN ?? ''),
  ...(hosted.UPSTASH_REDIS_REST_URL && hosted.UPSTASH_REDIS_REST_TOKEN
    ? [doorOf('hosted', hosted.UPSTASH_REDIS_REST_URL, hosted.UPSTASH_REDIS_REST_TOKEN)]
    : []),
];

/** A request without the client between. */
export async function ask(door: Door, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const answer = await fetch(`${door.url}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${door.token}`, ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return { status: answer.status, json: (await answer.json()) as unknown };
}
