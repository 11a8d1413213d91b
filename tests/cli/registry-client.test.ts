import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CliError } from '@/cli/errors';
import { registryAddress, storageAddress } from '@/cli/registry/address';
import { at, RegistryClient } from '@/cli/registry/client';
import { pauseBefore, readRetryAfter } from '@/cli/registry/patience';

import { problem, sendJson, startRegistry, type TestRegistry } from '../support/cli/registry';

const PATH = '/api/v1/me';
const TOKEN = 'dk_secret-token';
const patience = { retries: 3, first: 1, longest: 1500 };

let registry: TestRegistry;
beforeEach(async () => {
  registry = await startRegistry();
});
afterEach(() => registry.close());

const client = (more: Partial<ConstructorParameters<typeof RegistryClient>[0]> = {}) =>
  new RegistryClient({ registryUrl: registry.url, token: TOKEN, patience, ...more });
async function refusal(work: Promise<unknown>): Promise<CliError> {
  const error = await work.catch((thrown: unknown) => thrown);
  if (error instanceof CliError) return error;
  throw new Error(`no refusal: ${error}`);
}

/** Answers the first requests so, and then with `{ok: true}`. */
function firstAnswers(method: string, ...answers: ((response: Parameters<typeof sendJson>[0]) => void)[]) {
  registry.on.set(`${method} ${PATH}`, (_, response) => {
    const answer = answers.shift();
    if (answer === undefined) sendJson(response, { ok: true });
    else answer(response);
  });
}
const busy =
  (status: number, headers: Record<string, string> = {}) =>
  (response: Parameters<typeof sendJson>[0]) =>
    sendJson(response, problem('busy', 'Later.'), status, headers);

describe('patience', () => {
  it('tries again after 429, 503 and a lost connection, with the same idempotency key', async () => {
    firstAnswers('POST', busy(503), busy(429, { 'retry-after': '0' }), (response) => response.destroy());
    expect(await client().send('POST', '/me', { a: 1 })).toEqual({ ok: true });
    expect(registry.heard).toHaveLength(4);
    const keys = new Set(registry.heard.map(({ headers }) => headers['idempotency-key']));
    expect([...keys]).toEqual([expect.stringMatching(/^[\w-]{36}$/)]);
    expect(registry.heard.map(({ body }) => body)).toEqual(Array(4).fill('{"a":1}'));
  });

  it('waits as long as it is told, and gives up at once when that is too long', async () => {
    firstAnswers('GET', busy(429, { 'retry-after': '1' }));
    const started = performance.now();
    await client().get('/me');
    expect(performance.now() - started).toBeGreaterThan(950);
    firstAnswers('GET', busy(429, { 'retry-after': '3600' }));
    registry.heard.length = 0;
    expect(await refusal(client().get('/me'))).toMatchObject({ code: 'busy', message: 'Later.', status: 429 });
    expect(registry.heard).toHaveLength(1);
  });

  it('ends: after four tries it says what the registry said', async () => {
    firstAnswers('GET', ...Array.from({ length: 9 }, () => busy(503)));
    expect(await refusal(client().get('/me'))).toMatchObject({ code: 'busy', exitCode: 1 });
    expect(registry.heard).toHaveLength(4);
  });

  it('does not repeat a form, nor a refusal', async () => {
    firstAnswers('POST', busy(503));
    await refusal(client().postForm('/me', {}));
    expect(registry.heard).toHaveLength(1);
    firstAnswers('GET', busy(404));
    await refusal(client().get('/me'));
    expect(registry.heard).toHaveLength(2);
  });

  it('says that nobody answers', async () => {
    const gone = registry.url;
    await registry.close();
    expect(await refusal(client({ registryUrl: gone }).get('/me'))).toMatchObject({
      code: 'registry_unreachable',
      exitCode: 1,
    });
    registry = await startRegistry();
  });

  it('reads Retry-After as seconds and as a date, and doubles its own pauses up to a bound', () => {
    const now = Date.parse('2026-11-25T12:00:00Z');
    expect(readRetryAfter('7', now)).toBe(7);
    expect(readRetryAfter('Wed, 25 Nov 2026 12:00:30 GMT', now)).toBe(30);
    expect(readRetryAfter('Wed, 25 Nov 2020 12:00:30 GMT', now)).toBe(0);
    expect(readRetryAfter('99999999', now)).toBe(86_400);
    expect([readRetryAfter('soon', now), readRetryAfter(undefined, now)]).toEqual([null, null]);
    for (const attempt of [0, 1, 2]) {
      const ms = pauseBefore(attempt, null, { retries: 3, first: 100, longest: 300 }) ?? 0;
      expect(ms).toBeGreaterThanOrEqual(Math.min(50 * 2 ** attempt, 300));
      expect(ms).toBeLessThanOrEqual(Math.min(100 * 2 ** attempt, 300));
    }
    expect(pauseBefore(3, null, patience)).toBe(null);
  });
});

describe('what is sent', () => {
  it('says who asks, and carries the token on reads and writes but not on sign-in forms', async () => {
    registry.on.set(`GET ${PATH}`, (_, response) => sendJson(response, {}));
    registry.on.set(`POST ${PATH}`, (_, response) => sendJson(response, {}));
    await client().get('/me', { q: 'a b', none: undefined });
    await client().postForm('/me', { 'a b': 'c&d' });
    const [read, form] = registry.heard;
    expect(read).toMatchObject({
      path: `${PATH}?q=a+b`,
      headers: { authorization: `Bearer ${TOKEN}`, accept: 'application/json' },
    });
    expect(read?.headers['user-agent']).toMatch(/^dotkit\/\d+\.\d+\.\d+ \(/);
    expect(form?.headers.authorization).toBeUndefined();
    expect(form?.body).toBe('a+b=c%26d');
  });

  it('puts names into addresses as single segments', () => {
    expect(at`/modules/${'a/../b'}/${'x?y#z'}`).toBe('/modules/a%2F..%2Fb/x%3Fy%23z');
  });

  it('uses one connection for many requests', async () => {
    registry.on.set(`GET ${PATH}`, (request, response) => sendJson(response, { port: request.socket.remotePort }));
    const one = client();
    const ports = [await one.get('/me'), await one.get('/me'), await one.get('/me')].map((answer) =>
      JSON.stringify(answer),
    );
    expect(new Set(ports).size).toBe(1);
  });
});

describe('where it is sent', () => {
  it.each([
    'https://dotkit.example',
    'http://localhost:3000',
    'http://127.0.0.1:1',
    'http://[::1]:3000',
    'http://127.9.9.9',
  ])('%s is used', (url) => expect(registryAddress(url, false).href).toContain(url));
  it.each([
    'http://dotkit.example',
    'http://localhost.evil.example',
    'http://127.0.0.1.evil.example',
    'http://0.0.0.0',
    'http://10.0.0.1',
  ])('%s only with --force, and then without the token', (url) => {
    expect(() => registryAddress(url, false)).toThrow(CliError);
    expect(new RegistryClient({ registryUrl: url, token: TOKEN, force: true }).isSignedIn).toBe(false);
  });
  it.each(['ftp://localhost', 'localhost:3000', 'https://u:p@dotkit.example', 'javascript:alert(1)', ''])(
    '%j is refused',
    (url) => {
      expect(() => registryAddress(url, true)).toThrow(CliError);
    },
  );

  it('archives come from https, or from this machine when the registry is on it', () => {
    const [near, far] = [new URL('http://localhost:3000'), new URL('https://dotkit.example')];
    expect(storageAddress('https://s3.example/a', far).host).toBe('s3.example');
    expect(storageAddress('http://127.0.0.1:9000/a', near).port).toBe('9000');
    for (const [url, registryUrl] of [
      ['http://127.0.0.1:9000/a', far],
      ['https://localhost/a', far],
      ['http://s3.example/a', far],
      ['http://s3.example/a', near],
    ] as const)
      expect(() => storageAddress(url, registryUrl), `${url} from ${registryUrl}`).toThrow(CliError);
  });
});

describe('refusals', () => {
  it('keep the code, the sentence and the fields of the registry, and say how to sign in', async () => {
    const body = {
      ...problem('invalid_input', 'Some of the input is not valid.'),
      errors: [{ path: 'q', message: 'Too long.' }, 7],
    };
    registry.on.set(`GET ${PATH}`, (_, response) => sendJson(response, body, 400));
    expect(await refusal(client().get('/me'))).toMatchObject({
      code: 'invalid_input',
      exitCode: 1,
      details: ['q: Too long.'],
    });
    registry.on.set(`GET ${PATH}`, (_, response) => sendJson(response, problem('invalid_token', 'Unknown.'), 401));
    expect((await refusal(client().get('/me'))).details).toEqual(['Sign in again with: dotkit login']);
  });

  it('have a code of ours where the registry gives none that could be one', async () => {
    registry.on.set(`GET ${PATH}`, (_, response) => void response.writeHead(404).end('<h1>nothing</h1>'));
    expect(await refusal(client().get('/me'))).toMatchObject({ code: 'registry_failed', exitCode: 1 });
    registry.on.set(`GET ${PATH}`, (_, response) =>
      sendJson(response, { code: '../../x\u001b[2J', error: 'e'.repeat(9999) }, 400),
    );
    const error = await refusal(client().get('/me'));
    expect(error.code).toBe('refused');
    expect(error.message.length).toBeLessThanOrEqual(500);
  });
});
