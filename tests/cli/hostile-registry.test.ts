import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CliError } from '@/cli/errors';
import { RegistryClient } from '@/cli/registry/client';
import { fetchModule } from '@/cli/registry/fetch-module';

import { corporaFolder, oracle } from '../support/archives/corpora';
import { packModule, themeEntries } from '../support/archives/judge';
import { SAMPLES } from '../support/archives/manifests';
import { entry, gz, pax, tarOf } from '../support/archives/tar-bytes';
import { memoryBlobs } from '../support/cli/blobs';
import { makeHome, treeOf } from '../support/cli/home';
import { sendJson, sha256, startRegistry, type TestRegistry } from '../support/cli/registry';

const REF = '@ada/sample';
const BLOB = 'GET /archive';
const honest = packModule(SAMPLES['color-theme'], { 'main.conf': 'background #101010\n' });

let registry: TestRegistry;
let place: ReturnType<typeof makeHome>;
let before: string[];

const tree = () => treeOf(place.around, [place.home.own.cache]);

beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(() => registry.close());
beforeEach(() => {
  place = makeHome();
  mkdirSync(place.home.dirs.cache);
  before = tree();
  registry.on.clear();
});
afterEach(() => place.remove());

/** Fetches whatever is served now; it has to be refused, and nothing but the cache may have changed, which keeps no archive. */
async function refused(timing = { idle: 2000, total: 4000 }): Promise<CliError> {
  const blobs = memoryBlobs();
  const client = new RegistryClient({
    registryUrl: registry.url,
    token: 'dk_secret-token',
    timing,
    patience: { retries: 1, first: 1, longest: 20 },
  });
  const request = { ref: REF, version: '1.0.0', integrity: null, range: '*', dependencies: {}, variables: {} };
  const error = await fetchModule(request, { home: place.home, client, blobs }).catch((thrown: unknown) => thrown);
  expect(tree()).toEqual(before);
  expect(blobs.kept.size).toBe(0);
  expect(treeOf(place.home.dirs.cache).filter((line) => !line.includes('/ '))).toEqual([]);
  if (error instanceof CliError) return error;
  throw new Error(`not refused: ${error instanceof Error ? error.stack : JSON.stringify(error)}`);
}

const isGzip = (bytes: Buffer): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

describe('archives of other projects that aim at their readers', () => {
  const folder = corporaFolder();

  it.runIf(folder !== null)(
    'are refused as they are, under wrong hashes and under wrong sizes; nothing changes outside the cache',
    async () => {
      const codes = new Map<string, number>();
      const count = async (served: TestRegistry['serve'][string][string], name: string) => {
        registry.serve[REF] = { '1.0.0': served };
        const { code, exitCode } = await refused();
        expect([4, 5], name).toContain(exitCode);
        codes.set(code, (codes.get(code) ?? 0) + 1);
        return code;
      };
      const rows = oracle(folder ?? '');
      for (const row of rows) {
        const bytes = readFileSync(join(folder ?? '', 'tar', row.file));
        const archive = isGzip(bytes) ? bytes : gzipSync(bytes);
        expect(await count({ archive }, row.file)).toBe('archive_refused');
        expect(await count({ archive, sha256: sha256(honest) }, row.file)).toBe('integrity_mismatch');
        expect(await count({ archive, size: archive.length + 1 }, row.file)).toBe('integrity_mismatch');
        if (!isGzip(bytes) && bytes.length > 0) await count({ archive: bytes }, `${row.file}, raw`);
      }
      console.log(`hostile registry: ${rows.length} archives, refused as ${JSON.stringify(Object.fromEntries(codes))}`);
      expect(rows.length).toBeGreaterThan(300);
    },
  );

  const out = '/tmp/dotkit-escaped';
  it.each([
    ['a path that climbs', entry({ name: '../escaped', body: 'x' })],
    ['a path from the root', entry({ name: `${out}/file`, body: 'x' })],
    ['a long path from the root', pax({ path: `/${out}/file` })],
    ['a symbolic link', entry({ name: 'link', type: '2', link: out })],
    ['a hard link', entry({ name: 'link', type: '1', link: '/etc/passwd' })],
    ['a device', entry({ name: 'null', type: '3' })],
    ['a second manifest', entry({ name: 'sub/dotkit.json', body: '{}' })],
    ['a path twice', entry({ name: 'main.conf', body: 'other' })],
    ['a set-uid program', entry({ name: 'su', mode: 0o4755, body: 'x' })],
  ])('%s beside a module that is otherwise right', async (_, piece) => {
    registry.serve[REF] = { '1.0.0': { archive: gz(tarOf(...themeEntries(), piece)) } };
    expect(await refused()).toMatchObject({ code: 'archive_refused', exitCode: 4 });
  });

  it('a bomb', async () => {
    registry.serve[REF] = {
      '1.0.0': {
        archive: gz(tarOf(...themeEntries(), entry({ name: 'zeros', body: Buffer.alloc(64 * 1024 * 1024) }))),
      },
    };
    expect(await refused()).toMatchObject({ code: 'archive_refused', exitCode: 4 });
  });
});

describe('answers that are not what they should be', () => {
  beforeEach(() => {
    registry.serve[REF] = { '1.0.0': { archive: honest, url: `${registry.url}/archive` } };
  });

  it('without an end: cut at the announced size', async () => {
    let sent = 0;
    registry.on.set(BLOB, (_, response) => {
      const more = () => {
        for (let room = true; room && !response.destroyed; sent += 65_536) room = response.write(Buffer.alloc(65_536));
      };
      response.on('drain', more);
      response.on('error', () => undefined);
      more();
    });
    expect(await refused()).toMatchObject({ code: 'integrity_mismatch', exitCode: 4 });
    expect(sent).toBeLessThan(64 * 1024 * 1024);
  });

  it('one byte at a time: the deadline ends it, for archives and for JSON', async () => {
    const drip: Parameters<TestRegistry['on']['set']>[1] = (_, response) => {
      response.write('{');
      const timer = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(timer));
    };
    registry.on.set('GET /api/v1/modules/ada/sample/versions/1.0.0/download', drip);
    const started = performance.now();
    expect(await refused({ idle: 200, total: 400 })).toMatchObject({ code: 'registry_unreachable' });
    expect(performance.now() - started).toBeLessThan(3000);
  });

  it('silence', async () => {
    registry.on.set('GET /api/v1/modules/ada/sample/versions/1.0.0/download', () => undefined);
    expect((await refused({ idle: 100, total: 4000 })).message).toContain('does not answer in time');
  });

  it('half of it, and then the connection is gone', async () => {
    registry.on.set(BLOB, (_, response) => {
      response.writeHead(200, { 'content-length': honest.length });
      response.write(honest.subarray(0, 100), () => response.destroy());
    });
    expect(await refused()).toMatchObject({ code: 'transfer_failed', exitCode: 1 });
  });

  it.each([301, 302, 303, 307, 308])(
    'a redirect to another host with status %d, of the archive and of the API',
    async (status) => {
      const other = await startRegistry();
      other.on.set(BLOB, (_, response) => response.end(honest));
      const redirect =
        (path: string): Parameters<TestRegistry['on']['set']>[1] =>
        (_, response) =>
          void response.writeHead(status, { location: `${other.url}${path}` }).end();
      registry.on.set(BLOB, redirect('/archive'));
      expect(await refused()).toMatchObject({ code: 'transfer_failed' });
      registry.on.set('GET /api/v1/modules/ada/sample/versions/1.0.0/download', redirect('/api/v1/anything'));
      expect(await refused()).toMatchObject({ code: 'bad_answer' });
      expect(other.heard).toEqual([]);
      await other.close();
    },
  );

  it.each([
    'file:///etc/passwd',
    'ftp://127.0.0.1/a',
    'http://192.0.2.1:9/a',
    '//x',
    'javascript:alert(1)',
    'https://u:p@localhost/a',
    '',
  ])('an archive at %j', async (url) => {
    registry.serve[REF] = { '1.0.0': { archive: honest, url } };
    const error = await refused();
    if (url.startsWith('http://192')) expect(error.exitCode).toBeGreaterThan(0);
    else expect(error).toMatchObject({ code: 'bad_download_address', exitCode: 4 });
  });

  it.each([
    [
      'JSON of 9 MiB',
      (response: Parameters<Parameters<TestRegistry['on']['set']>[1]>[1]) =>
        response.end(`{"url":"${'a'.repeat(9 * 1024 * 1024)}"}`),
    ],
    ['JSON 100,000 levels deep', (response) => response.end('['.repeat(100_000) + ']'.repeat(100_000))],
    ['no JSON', (response) => response.end('<html>')],
    ['half a JSON', (response) => response.end('{"url": "http')],
    ['nothing', (response) => response.end()],
    ['a list', (response) => sendJson(response, [])],
    ['other types', (response) => sendJson(response, { url: 1, sha256: {}, size: 'x' })],
    [
      'a negative size',
      (response) => sendJson(response, { url: `${registry.url}/archive`, sha256: sha256(honest), size: -1 }),
    ],
    [
      'a fraction',
      (response) => sendJson(response, { url: `${registry.url}/archive`, sha256: sha256(honest), size: 1.5 }),
    ],
    [
      'a hash with a path in it',
      (response) => sendJson(response, { url: `${registry.url}/archive`, sha256: '../../../../x', size: 10 }),
    ],
  ] as [string, (response: Parameters<Parameters<TestRegistry['on']['set']>[1]>[1]) => void][])(
    '%s',
    async (_, send) => {
      registry.on.set('GET /api/v1/modules/ada/sample/versions/1.0.0/download', (__, response) => send(response));
      expect(await refused()).toMatchObject({ code: 'bad_answer', exitCode: 1 });
    },
  );

  it('an archive that would be larger than any may be', async () => {
    registry.serve[REF] = { '1.0.0': { archive: honest, size: 21 * 1024 * 1024 } };
    expect(await refused()).toMatchObject({ code: 'archive_too_large', exitCode: 4 });
  });
});
