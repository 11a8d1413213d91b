import { lstatSync } from 'node:fs';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encodeInstalled } from '@/cli/apply/installed';
import { writeOwn } from '@/cli/apply/write-own';
import { info } from '@/cli/commands/info';
import { login } from '@/cli/commands/login';
import { logout } from '@/cli/commands/logout';
import { outdated } from '@/cli/commands/outdated';
import { search } from '@/cli/commands/search';
import { whoami } from '@/cli/commands/whoami';
import type { Context } from '@/cli/context';
import { CliError } from '@/cli/errors';
import { ownPaths } from '@/cli/own-paths';
import { keepToken, readToken } from '@/cli/registry/credentials';
import { nextInterval } from '@/cli/registry/device-flow';
import { RegistryRefusal } from '@/cli/registry/problem';
import type { Home, Receipt } from '@/cli/types';
import { type Text, t } from '@/cli/ui/text';

import { packModule } from '../support/archives/judge';
import { SAMPLES } from '../support/archives/manifests';
import { problem, sendJson, startRegistry, type TestRegistry } from '../support/cli/registry';
import { makeContext, makeHome } from './support/context';

/** Clears the screen, sets the title, turns the line around, starts a new one, hides. */
const EVIL = '\u001b[2J\u001b]0;owned\u0007\u009b31m\u202eevil\u0000\r\u200b\u2028x';
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not come through.
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u200b\u2028]/u;

let registry: TestRegistry;
let home: Home;
beforeEach(async () => {
  registry = await startRegistry();
  home = makeHome();
});
afterEach(() => registry.close());

/** As a command sees it; `printed` is everything that reached the terminal, as it was. */
function contextOf(token: string | null = null): { context: Context; printed: string[] } {
  const printed: string[] = [];
  const print = (text?: Text) => void printed.push(text?.toString() ?? '');
  const context = makeContext(home);
  const out = { ...context.out, line: print, note: print, warn: print };
  return { context: { ...context, registryUrl: registry.url, token, out }, printed };
}
async function run(
  command: typeof info,
  args: string[] = [],
  options: Record<string, unknown> = {},
  token: string | null = null,
) {
  const { context, printed } = contextOf(token);
  const outcome = await command(context, args, options);
  expect(printed.join('\n').replaceAll('\n', '')).not.toMatch(CONTROLS);
  return { ...outcome, text: printed.join('\n') };
}
const me = (username = 'ada') =>
  registry.on.set('GET /api/v1/me', (request, response) =>
    request.headers.authorization === 'Bearer dk_good-token'
      ? sendJson(response, { username, displayName: `${username} ${EVIL}`, scopes: ['read', 'publish'] })
      : sendJson(response, problem('invalid_token', `Unknown${EVIL}`), 401),
  );
const withStdin = async <T>(text: string, work: () => Promise<T>): Promise<T> => {
  const own = Object.getOwnPropertyDescriptor(process, 'stdin');
  Object.defineProperty(process, 'stdin', { value: Readable.from([Buffer.from(text)]), configurable: true });
  try {
    return await work();
  } finally {
    if (own !== undefined) Object.defineProperty(process, 'stdin', own);
  }
};

describe('login', () => {
  const device = (...answers: ((response: Parameters<typeof sendJson>[0]) => void)[]) => {
    registry.on.set('POST /api/v1/device/code', (_, response) =>
      sendJson(response, {
        device_code: 'secret-device-code',
        user_code: 'BCDF-GHJK',
        verification_uri: `${registry.url}/device`,
        verification_uri_complete: `${registry.url}/device?user_code=BCDF-GHJK`,
        expires_in: 900,
        interval: 0.01,
      }),
    );
    registry.on.set('POST /api/v1/device/token', (_, response) => answers.shift()?.(response));
  };
  const wait =
    (code: string, headers = {}) =>
    (response: Parameters<typeof sendJson>[0]) =>
      sendJson(response, { ...problem(code, code), error: code }, 400, headers);
  const give = (response: Parameters<typeof sendJson>[0]) =>
    sendJson(response, { access_token: 'dk_good-token', token_type: 'Bearer', expires_in: 9, scope: 'read publish' });

  it('shows where to go and the code, waits for the decision, and keeps the token for its owner alone', async () => {
    me();
    device(wait('authorization_pending'), wait('authorization_pending'), give);
    const { text, json, exitCode } = await run(login);
    expect(text).toContain(`${registry.url}/device?user_code=BCDF-GHJK`);
    expect(text).toContain('BCDF-GHJK');
    expect(text).toContain('as @ada');
    expect({ json, exitCode }).toEqual({
      json: { registry: registry.url, username: 'ada', scopes: ['read', 'publish'] },
      exitCode: 0,
    });
    expect(readToken(home, registry.url)).toBe('dk_good-token');
    expect(lstatSync(ownPaths(home).credentials).mode & 0o777).toBe(0o600);
    expect(JSON.stringify(json) + text).not.toContain('dk_good');
    const [begin, ask] = registry.heard.map(({ body }) => Object.fromEntries(new URLSearchParams(body)));
    expect(begin).toMatchObject({
      client_id: 'dotkit',
      scopes: 'read publish',
      client_name: expect.stringMatching(/^dotkit on /),
    });
    expect(ask).toEqual({
      client_id: 'dotkit',
      device_code: 'secret-device-code',
      grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
    });
  });

  it('asks more slowly when it is told to, and when nobody answers', () => {
    const refusalOf = (code: string, status: number, retryAfter: number | null) =>
      new RegistryRefusal(status, code, retryAfter, code, 1, code);
    expect(nextInterval(refusalOf('authorization_pending', 400, null), 5)).toBe(5);
    expect(nextInterval(refusalOf('slow_down', 400, null), 5)).toBe(10);
    expect(nextInterval(refusalOf('slow_down', 400, 30), 5)).toBe(30);
    expect(nextInterval(refusalOf('rate_limited', 429, 42), 5)).toBe(42);
    expect(nextInterval(new CliError('registry_unreachable', 1, 'gone'), 5)).toBe(10);
  });

  it.each([
    ['access_denied', 'denied in the browser'],
    ['expired_token', 'expired before anybody approved'],
    ['invalid_grant', 'invalid_grant'],
  ])('ends at %s, and keeps nothing', async (code, sentence) => {
    device(wait(code));
    await expect(run(login)).rejects.toThrow(sentence);
    expect(readToken(home, registry.url)).toBe(null);
  });

  it('takes a token from standard input, once the registry knows it', async () => {
    me();
    await withStdin('dk_good-token\n', () => run(login, [], { withToken: true }));
    expect(readToken(home, registry.url)).toBe('dk_good-token');
    expect(registry.heard.map(({ path }) => path)).toEqual(['/api/v1/me']);
    const bad = withStdin('dk_other-token\n', () => run(login, [], { withToken: true }));
    await expect(bad).rejects.toMatchObject({ code: 'invalid_token', exitCode: 1 });
    expect(readToken(home, registry.url)).toBe('dk_good-token');
    await expect(withStdin('x'.repeat(9999), () => run(login, [], { withToken: true }))).rejects.toMatchObject({
      exitCode: 64,
    });
  });

  it('is not led to a page that is no page', async () => {
    device();
    registry.on.set('POST /api/v1/device/code', (_, response) =>
      sendJson(response, { device_code: 'x', user_code: 'y', verification_uri: 'javascript:alert(1)', expires_in: 9 }),
    );
    await expect(run(login)).rejects.toMatchObject({ code: 'bad_answer' });
  });
});

describe('whoami and logout', () => {
  it('say who it is by the kept token, and forget it', async () => {
    me();
    await expect(run(whoami)).rejects.toMatchObject({ code: 'unauthenticated', exitCode: 1 });
    await keepToken(home, registry.url, 'dk_good-token');
    const { text, json } = await run(whoami);
    expect(text).toContain('@ada');
    expect(json).toMatchObject({ username: 'ada', scopes: ['read', 'publish'] });
    expect((await run(logout)).json).toMatchObject({ wasSignedIn: true });
    expect((await run(logout)).json).toMatchObject({ wasSignedIn: false });
    await expect(run(whoami)).rejects.toMatchObject({ code: 'unauthenticated' });
    expect((await run(whoami, [], {}, 'dk_good-token')).text).toContain('@ada');
  });
});

describe('search', () => {
  const item = (name: string) => ({
    namespace: 'ada',
    name,
    kind: 'prompt',
    version: '1.0.0',
    downloads: 7,
    summary: `Calm. ${EVIL}`,
  });
  it('shows one line for each module, and strips what would reach the terminal', async () => {
    registry.on.set('GET /api/v1/modules', (_, response) =>
      sendJson(response, { items: [item('tide'), item(`x${EVIL}`)], nextCursor: 'c', total: 30, totalIsBound: false }),
    );
    const { text, json } = await run(search, ['calm', 'tmux'], {
      kind: 'prompt',
      sort: 'stars',
      limit: '2',
      author: '@ada',
    });
    expect(text.split('\n')).toHaveLength(3);
    expect(text).toContain('@ada/tide');
    expect(text).toContain('2 of 30');
    expect(json).toMatchObject({ total: 30, items: [{ ref: '@ada/tide' }, {}] });
    const query = new URL(registry.heard[0]?.path ?? '', registry.url).searchParams;
    expect(Object.fromEntries(query)).toEqual({
      q: 'calm tmux',
      kind: 'prompt',
      sort: 'stars',
      limit: '2',
      author: 'ada',
    });
  });
  it('says that nothing was found', async () => {
    registry.on.set('GET /api/v1/modules', (_, response) =>
      sendJson(response, { items: [], nextCursor: null, total: 0 }),
    );
    expect((await run(search)).text).toContain('Nothing was found');
  });
  it.each(['0', '101', 'x', '1.5', '-1'])('refuses --limit %s', async (limit) => {
    await expect(run(search, [], { limit })).rejects.toMatchObject({ exitCode: 64 });
  });
});

describe('info', () => {
  const publish = (version: string, more: Record<string, unknown> = {}) => {
    const manifest = {
      ...SAMPLES.prompt,
      requires: { os: ['linux'] },
      conflicts: ['@a/pure'],
      dependencies: { '@a/base': '^1.0.0' },
      ...more,
    };
    registry.serve['@ada/tide'] = {
      ...registry.serve['@ada/tide'],
      [version]: { archive: packModule(manifest, {}), manifest },
    };
    registry.on.set(`GET /api/v1/modules/ada/tide/versions/${version}`, (_, response) =>
      sendJson(response, {
        ...{ version, publishedAt: '2026-01-01T00:00:00.000Z', manifest, sha256: 'ab'.repeat(32), size: 2048 },
        capabilities: { runs: ['git'], network: ['*'], root: true, labels: ['sudo', EVIL] },
        writes: [
          { dest: '{config}/starship.toml', mode: 'copy', src: 'main.conf', when: { os: ['linux'] } },
          { dest: EVIL, mode: EVIL },
        ],
      }),
    );
  };
  it('shows what a module may do, writes and needs, and which versions there are', async () => {
    publish('2.0.0', { title: EVIL, summary: EVIL, hooks: { afterInstall: 'x' }, links: { homepage: EVIL } });
    publish('1.0.0');
    const { text, json } = await run(info, ['@ada/tide']);
    for (const part of [
      '@ada/tide 2.0.0',
      'git',
      'any host',
      'needs it',
      'sudo',
      '--allow-scripts',
      '{config}/starship.toml',
      'only linux',
      '@a/base',
      '@a/pure',
      '1.0.0',
    ])
      expect(text).toContain(part);
    expect(json).toMatchObject({ version: '2.0.0', size: 2048, dependencies: { '@a/base': '^1.0.0' } });
    expect((await run(info, ['@ada/tide@^1.0.0'])).text).toContain('@ada/tide 1.0.0');
  });
  it('says what is deprecated and yanked', async () => {
    publish('1.0.0');
    registry.serve['@ada/tide'] = { '1.0.0': { archive: Buffer.from('x'), yanked: `broken ${EVIL}` } };
    const answer = await (await fetch(`${registry.url}/api/v1/modules/ada/tide`)).json();
    registry.on.set('GET /api/v1/modules/ada/tide', (_, response) =>
      sendJson(response, { ...answer, deprecated: { reason: `Gone ${EVIL}`, replacement: '@ada/ebb' } }),
    );
    const { text } = await run(info, ['@ada/tide@1.0.0']);
    expect(text).toContain('was yanked: broken');
    expect(text).toContain('Use @ada/ebb');
  });
  it('refuses what is not there', async () => {
    publish('1.0.0');
    await expect(run(info, ['@ada/none'])).rejects.toMatchObject({ code: 'not_found', exitCode: 1 });
    await expect(run(info, ['@ada/tide@^9.0.0'])).rejects.toMatchObject({ code: 'not_found' });
    await expect(run(info, ['@ada/collections/desk'])).rejects.toMatchObject({ code: 'invalid_spec', exitCode: 64 });
  });
});

describe('outdated', () => {
  const receipt = (ref: string, version: string, range: string | null, dependencies = {}): Receipt => ({
    ...{
      ref,
      version,
      range,
      dependencies,
      integrity: 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
      kind: 'prompt',
      title: ref,
    },
    ...{
      capabilities: { runs: [], network: [], root: false, labels: [] },
      claims: [],
      hooks: {},
      storeFolder: '/s',
      writes: [],
    },
  });
  const installed = (...receipts: Receipt[]) =>
    writeOwn(
      home,
      ownPaths(home).installed,
      encodeInstalled({
        formatVersion: 1,
        modules: Object.fromEntries(receipts.map((one) => [one.ref, one])),
        shared: {},
        folders: [],
      }),
    );
  const serve = (ref: string, versions: Record<string, string | undefined>) => {
    const rows = Object.entries(versions).map(([version, yanked]) => [
      version,
      { archive: Buffer.from(version), ...(yanked === undefined ? {} : { yanked }) },
    ]);
    registry.serve[ref] = Object.fromEntries(rows);
  };

  it('tells what is newer in the range, among those who need it, and at all', async () => {
    await installed(
      receipt('@a/base', '1.0.0', null),
      receipt('@a/theme', '1.0.0', '^1.0.0', { '@a/base': '<1.2.0' }),
      receipt('@a/fresh', '1.0.0', '*'),
      receipt('@a/gone', '1.0.0', '*'),
      receipt('@a/bad', '1.0.0', '*'),
    );
    serve('@a/base', { '2.0.0': undefined, '1.2.0': undefined, '1.1.0': undefined, '1.0.0': undefined });
    serve('@a/theme', { '2.0.0-rc.1': undefined, '1.4.0': 'broken', '1.3.0': undefined, '1.0.0': undefined });
    serve('@a/fresh', { '1.0.0': undefined });
    serve('@a/bad', { '1.0.0': `eats history ${EVIL}` });
    const { text, json, exitCode } = await run(outdated);
    const rows = Object.fromEntries((json as { modules: { ref: string }[] }).modules.map((one) => [one.ref, one]));
    expect(rows['@a/base']).toMatchObject({ installed: '1.0.0', wanted: '1.1.0', newest: '2.0.0' });
    expect(rows['@a/theme']).toMatchObject({ wanted: '1.3.0', newest: '1.3.0' });
    expect(rows['@a/gone']).toMatchObject({ wanted: null, newest: null });
    expect(json).toMatchObject({ outdated: 3 });
    expect(exitCode).toBe(0);
    expect(text).toContain('eats history');
    expect(text).toContain('not in the registry any more');
    expect(text).not.toContain('@a/fresh');
  });

  it('asks nobody in an empty home', async () => {
    expect((await run(outdated)).text).toContain('Nothing is installed');
    expect(registry.heard).toEqual([]);
  });
});

it('a refusal with escapes in it is printed without them', async () => {
  registry.on.set('GET /api/v1/modules', (_, response) =>
    sendJson(response, { ...problem('invalid_input', EVIL), errors: [{ path: EVIL, message: EVIL }] }, 400),
  );
  const error = await run(search).catch((thrown: unknown) => thrown);
  if (!(error instanceof CliError)) throw error;
  for (const part of [error.message, ...error.details]) expect(t`${part}`.toString()).not.toMatch(CONTROLS);
  expect(error.code).toBe('invalid_input');
});
