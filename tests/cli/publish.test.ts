import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { problem, sendJson, startRegistry, type TestRegistry } from '../support/cli/registry';
import { BIN, dotkit } from '../support/cli/run-dotkit';

const folder = mkdtempSync(join(tmpdir(), 'dotkit-publish-'));
const home = mkdtempSync(join(tmpdir(), 'dotkit-publish-home-'));
const TOKEN = 'dk_a-token-of-this-test';
const UPLOAD = 'upl_0123456789012345678901';
let registry: TestRegistry;

function writeModule(more: object = {}): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'tmux.conf'), 'set -g mouse on\n');
  writeFileSync(
    join(folder, 'dotkit.json'),
    JSON.stringify({
      schemaVersion: 1,
      name: '@ada/calm',
      version: '1.2.0',
      kind: 'multiplexer-config',
      title: 'Calm',
      summary: 'A calm tmux.',
      license: 'MIT',
      files: [{ src: 'tmux.conf', dest: '{config}/tmux/tmux.conf' }],
      multiplexerConfig: { multiplexer: 'tmux', role: 'config' },
      ...more,
    }),
  );
}

const FINDING = { severity: 'error', code: 'ceiling-dest', path: 'dotkit.json', line: 3, message: 'Not there.' };

/** Answers of the upload, one for each time that it is asked for; the last one stays. */
function serveUpload(answers: object[]): { stored: () => string } {
  let stored = '';
  let asked = 0;
  registry.on.set('POST /api/v1/uploads', (_, response) => {
    const headers = { 'x-amz-checksum-sha256': 'abc', host: 'wrong.example' };
    sendJson(
      response,
      { uploadId: UPLOAD, method: 'PUT', url: `${registry.url}/put`, headers, expiresAt: '2027-01-01T00:00:00Z' },
      201,
    );
  });
  registry.on.set('PUT /put', (request, response) => {
    stored = `${request.headers['content-length']} ${request.headers['x-amz-checksum-sha256']} ${request.headers.authorization}`;
    response.writeHead(200).end();
  });
  registry.on.set(`POST /api/v1/uploads/${UPLOAD}/complete`, (_, response) =>
    sendJson(response, { uploadId: UPLOAD, status: 'verifying' }, 202),
  );
  registry.on.set(`GET /api/v1/uploads/${UPLOAD}`, (_, response) => {
    const answer = answers[Math.min(asked, answers.length - 1)];
    asked += 1;
    sendJson(response, { uploadId: UPLOAD, namespace: 'ada', name: 'calm', findings: [], ...answer });
  });
  return { stored: () => stored };
}

const run = (args: string[], token = TOKEN) =>
  dotkit([...args, '--registry', registry.url], {
    env: { HOME: home, ...(token === '' ? {} : { DOTKIT_TOKEN: token }) },
  });
const called = () => registry.heard.map(({ method, path }) => `${method} ${path.replace('/api/v1', '')}`);

beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(() => registry.close());
beforeEach(() => {
  registry.on.clear();
  registry.heard.length = 0;
  writeModule();
});

it('packs, announces, sends the bytes without the token, and waits for the verdict', async () => {
  const { stored } = serveUpload([
    { status: 'verifying' },
    { status: 'verifying' },
    { status: 'published', version: '1.2.0' },
  ]);
  const { status, stdout, stderr } = await run(['publish', folder, '--json']);
  expect(status, stderr).toBe(0);
  const said = JSON.parse(stdout);
  expect(said).toMatchObject({
    ok: true,
    status: 'published',
    name: '@ada/calm',
    version: '1.2.0',
    page: `${registry.url}/@ada/calm`,
  });
  expect(called().slice(0, 3)).toEqual(['POST /uploads', 'PUT /put', `POST /uploads/${UPLOAD}/complete`]);
  const announced = registry.heard[0];
  expect(JSON.parse(announced?.body ?? '')).toEqual({
    name: '@ada/calm',
    version: '1.2.0',
    size: said.sizeBytes,
    sha256: said.sha256,
  });
  expect(announced?.headers).toMatchObject({
    authorization: `Bearer ${TOKEN}`,
    'idempotency-key': expect.stringMatching(/^[\w-]{16,}$/),
  });
  expect(stored()).toBe(`${said.sizeBytes} abc undefined`);
  expect(registry.heard.at(1)?.headers.host).toBe(new URL(registry.url).host);
  expect(called().filter((call) => call === `GET /uploads/${UPLOAD}`)).toHaveLength(3);
});

it('publishes an archive as it is', async () => {
  serveUpload([{ status: 'published' }]);
  const archive = join(home, 'calm.tgz');
  const packed = JSON.parse((await dotkit(['pack', folder, '--out', archive, '--json'])).stdout);
  const said = await run(['publish', archive]);
  expect(said.stdout).toContain('published');
  expect(JSON.parse(registry.heard[0]?.body ?? '').sha256).toBe(packed.sha256);
});

it('each finding of a rejection is said once, with code, path and line', async () => {
  serveUpload([
    { status: 'verifying', findings: [FINDING] },
    { status: 'rejected', findings: [FINDING, { ...FINDING, line: 9 }] },
  ]);
  const { status, stdout } = await run(['publish', folder]);
  expect(status).toBe(1);
  expect(stdout.match(/dotkit\.json:3/g)).toHaveLength(1);
  expect(stdout).toMatch(/error {2}dotkit\.json:9 {2}Not there\. \(ceiling-dest\)/);
  expect(stdout).toContain('Rejected: 2 errors.');
});

it('what would be rejected is not sent', async () => {
  writeModule({ license: 'my own' });
  const { status, stdout } = await run(['publish', folder]);
  expect(status).toBe(1);
  expect(stdout).toMatch(/error {2}dotkit\.json:1 {2}license: .*\(manifest-invalid\)/);
  expect(stdout).toContain('Not sent: 1 error.');
  expect(called()).toEqual([]);
});

it('a version that is there already is explained, and is no failure when it is the very same', async () => {
  const exists = problem('version_exists', '@ada/calm 1.2.0 exists already. A version number is never used twice.');
  registry.on.set('POST /api/v1/uploads', (_, response) => sendJson(response, exists, 409));
  const other = await run(['publish', folder]);
  expect(other.status).toBe(1);
  expect(other.stderr).toContain('exists already');
  expect(other.stderr).toContain('Raise “version” in dotkit.json');
  const { sha256 } = JSON.parse((await run(['pack', folder, '--dry-run', '--json'])).stdout);
  registry.on.set('GET /api/v1/modules/ada/calm/versions/1.2.0', (_, response) =>
    sendJson(response, { version: '1.2.0', sha256 }),
  );
  const same = await run(['publish', folder, '--json']);
  expect(same.status).toBe(0);
  expect(JSON.parse(same.stdout).status).toBe('present');
});

it('nobody who is not signed in sends anything, and a dry run neither', async () => {
  const nobody = await run(['publish', folder, '--json'], '');
  expect(JSON.parse(nobody.stdout)).toMatchObject({ error: { code: 'unauthenticated' } });
  expect((await run(['publish', folder, '--dry-run'])).status).toBe(2);
  expect(called()).toEqual([]);
});

it('stops at Ctrl-C with 130, whatever it was waiting for', async () => {
  let reached: () => void = () => undefined;
  const waiting = new Promise<void>((resolve) => {
    reached = resolve;
  });
  registry.on.set('POST /api/v1/uploads', () => reached());
  const child = spawn(process.execPath, [BIN, 'publish', folder, '--registry', registry.url], {
    env: { NODE_ENV: 'test', PATH: process.env.PATH, HOME: home, DOTKIT_TOKEN: TOKEN },
    stdio: 'ignore',
  });
  const closed = once(child, 'close');
  // If it ends before it asks, there is nothing to wait for.
  await Promise.race([waiting, closed]);
  child.kill('SIGINT');
  expect(await closed).toEqual([130, null]);
});

it('yanks with a reason, and takes it back', async () => {
  const path = '/api/v1/modules/ada/calm/versions/1.2.0/yank';
  registry.on.set(`POST ${path}`, (_, response) => sendJson(response, {}));
  registry.on.set(`DELETE ${path}`, (_, response) => sendJson(response, {}));
  expect((await run(['yank', '@ada/calm@1.2.0', '--reason', 'It breaks.'])).status).toBe(0);
  expect(JSON.parse(registry.heard[0]?.body ?? '')).toEqual({ reason: 'It breaks.' });
  expect((await run(['yank', '@ada/calm@1.2.0', '--undo'])).stdout).toContain('brought back');
  expect(called()).toEqual([
    'POST /modules/ada/calm/versions/1.2.0/yank',
    'DELETE /modules/ada/calm/versions/1.2.0/yank',
  ]);
  for (const args of [
    ['@ada/calm@1.2.0'],
    ['@ada/calm', '--reason', 'x'],
    ['@ada/calm@^1', '--reason', 'x'],
    ['calm', '--undo'],
  ])
    expect((await run(['yank', ...args])).status).toBe(64);
  expect((await run(['yank', '@ada/calm@1.2.0', '--undo', '--dry-run'])).status).toBe(2);
  expect(called()).toHaveLength(2);
});

it('init knows who is signed in', async () => {
  registry.on.set('GET /api/v1/me', (_, response) => sendJson(response, { username: 'tove' }));
  const fresh = mkdtempSync(join(tmpdir(), 'dotkit-init-me-'));
  writeFileSync(join(fresh, '.tmux.conf'), 'set -g mouse on\n');
  const { stdout } = await run(['init', fresh, '--license', 'MIT', '--name', 'calm', '--yes', '--json']);
  expect(JSON.parse(stdout).manifest.name).toBe('@tove/calm');
});
