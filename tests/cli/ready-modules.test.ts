import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Wish } from '@/cli/plan/resolve';
import { parseSpec } from '@/cli/plan/specs';
import { RegistryClient } from '@/cli/registry/client';
import { readyModules, type Wanted } from '@/cli/registry/ready-modules';
import { wishesOf } from '@/cli/registry/source';
import type { Lock } from '@/cli/types';

import { packModule } from '../support/archives/judge';
import { SAMPLES } from '../support/archives/manifests';
import { memoryBlobs } from '../support/cli/blobs';
import { makeHome } from '../support/cli/home';
import { problem, sendJson, startRegistry, type TestRegistry } from '../support/cli/registry';

let registry: TestRegistry;
let place: ReturnType<typeof makeHome>;
beforeEach(async () => {
  registry = await startRegistry();
  place = makeHome();
});
afterEach(async () => {
  await registry.close();
  place.remove();
});

/** Publishes a module as small as its kind allows. */
function publish(ref: string, version: string, more: Record<string, unknown> = {}): void {
  const sample = more.kind === 'bundle' ? SAMPLES.bundle : SAMPLES['color-theme'];
  const manifest: Record<string, unknown> = { ...sample, ...more, name: ref, version };
  registry.serve[ref] = {
    [version]: { archive: packModule(manifest, { 'main.conf': `${ref} ${version}\n` }), manifest },
    ...registry.serve[ref],
  };
}
const client = () =>
  new RegistryClient({ registryUrl: registry.url, token: null, patience: { retries: 0, first: 1, longest: 1 } });
const get = (wishes: Wish[], more: Partial<Wanted> = {}) =>
  readyModules(
    { wishes, lock: null, minimumAgeHours: 0, answers: {}, ...more },
    { home: place.home, client: client(), blobs: memoryBlobs() },
  );

it('one module costs three requests: the module, the link, the archive', async () => {
  publish('@a/theme', '1.0.0');
  const { ready } = await get([{ ref: '@a/theme', range: '*' }]);
  expect(ready.map(({ ref, version, range }) => [ref, version, range])).toEqual([['@a/theme', '1.0.0', '*']]);
  expect(registry.heard.map(({ path }) => path.replace(/[0-9a-f]{64}/, 'hash'))).toEqual([
    '/api/v1/modules/a/theme',
    '/api/v1/modules/a/theme/versions/1.0.0/download',
    '/blobs/hash',
  ]);
});

it('a bundle brings its modules and what they need, each after its needs; the lock then does without the registry', async () => {
  publish('@a/base', '1.0.0');
  publish('@a/base', '1.1.0');
  publish('@a/theme', '2.0.0', { dependencies: { '@a/base': '<1.1.0' } });
  publish('@a/desk', '1.0.0', {
    kind: 'bundle',
    bundle: {
      modules: [
        { ref: '@a/theme', range: '*' },
        { ref: '@a/extra', range: '*', optional: true },
      ],
    },
  });
  const { ready, chosen } = await get([{ ref: '@a/desk', range: '^1.0.0' }]);
  expect(ready.map(({ ref, version, range }) => `${ref} ${version} ${range}`)).toEqual([
    '@a/base 1.0.0 null',
    '@a/theme 2.0.0 null',
    '@a/desk 1.0.0 ^1.0.0',
  ]);
  const locked = ready.map(({ ref, version, integrity, range }) => {
    const dependencies = chosen.find((one) => one.ref === ref)?.dependencies ?? {};
    return [ref, { version, integrity, range, dependencies }];
  });
  const lock: Lock = { lockfileVersion: 1, modules: Object.fromEntries(locked) };
  await registry.close();
  const again = await get([{ ref: '@a/desk', range: '^1.0.0' }], { lock });
  expect(again.ready).toEqual(ready);
  registry = await startRegistry();
});

it('conflicts that only the manifests tell of are found, and another version is taken', async () => {
  publish('@a/one', '1.0.0');
  publish('@a/one', '2.0.0', { conflicts: ['@a/two'] });
  publish('@a/two', '1.0.0');
  const { chosen } = await get([
    { ref: '@a/two', range: '*' },
    { ref: '@a/one', range: '*' },
  ]);
  expect(chosen.map(({ ref, version }) => `${ref} ${version}`)).toEqual(['@a/one 1.0.0', '@a/two 1.0.0']);
});

it('a collection stands for its modules', async () => {
  publish('@a/theme', '1.0.0');
  const manifest = (modules: object[]) => ({ kind: 'bundle', name: '@ada/desk', bundle: { modules } });
  const at = 'GET /api/v1/collections/ada/desk/manifest';
  registry.on.set(at, (_, response) => sendJson(response, manifest([{ ref: '@a/theme', range: '^1.0.0' }])));
  const specs = [parseSpec('@ada/collections/desk')];
  expect(await wishesOf(client(), specs)).toEqual([{ ref: '@a/theme', range: '^1.0.0' }]);
  registry.on.set(at, (_, response) => sendJson(response, manifest([])));
  await expect(wishesOf(client(), specs)).rejects.toMatchObject({ code: 'empty_collection', exitCode: 1 });
  registry.on.set(at, (_, response) => sendJson(response, manifest([{ ref: '../../x', range: '*' }])));
  await expect(wishesOf(client(), specs)).rejects.toMatchObject({ code: 'bad_answer' });
  registry.on.delete(at);
  await expect(wishesOf(client(), specs)).rejects.toMatchObject({ code: 'not_found' });
});

it('what its author gave up is told; modules that are there already are not fetched', async () => {
  publish('@a/old', '1.0.0');
  publish('@a/new', '1.0.0');
  const card = `GET /api/v1/modules/a/old`;
  const { archive } = registry.serve['@a/old']?.['1.0.0'] ?? {};
  expect(archive).toBeDefined();
  const answer = await (await fetch(`${registry.url}/api/v1/modules/a/old`)).json();
  registry.on.set(card, (_, response) =>
    sendJson(response, { ...answer, deprecated: { reason: 'Gone.', replacement: '@a/new' } }),
  );
  const { deprecated, ready, chosen } = await get(
    [
      { ref: '@a/old', range: '*' },
      { ref: '@a/new', range: '*' },
    ],
    { isFetched: ({ ref }) => ref === '@a/new' },
  );
  expect([...deprecated]).toEqual([['@a/old', { reason: 'Gone.', replacement: '@a/new' }]]);
  expect([chosen.length, ready.length]).toEqual([2, 1]);
});

it('the first refusal ends it, and says what the registry said', async () => {
  for (let at = 0; at < 12; at += 1) publish(`@a/m${at}`, '1.0.0');
  registry.on.set('GET /api/v1/modules/a/m3/versions/1.0.0/download', (_, response) =>
    sendJson(response, problem('storage_down', 'The archive storage does not answer.'), 503),
  );
  const wishes = Array.from({ length: 12 }, (_, at) => ({ ref: `@a/m${at}`, range: '*' }));
  await expect(get(wishes)).rejects.toMatchObject({ code: 'storage_down', exitCode: 1 });
  const asked = registry.heard.length;
  await new Promise((resolve) => setImmediate(resolve));
  expect(registry.heard.length).toBe(asked);
  expect(registry.heard.filter(({ path }) => path.endsWith('/download')).length).toBeLessThan(12);
});

it.each([
  ['a version that is none', { versions: [{ version: '../1', publishedAt: '' }] }],
  ['no versions', { versions: 7 }],
  ['a dependency that is no module', { dependencies: { '../../x': '*' } }],
  ['a range that is none', { dependencies: { '@a/b': 'x y z' } }],
  ['a hash that is none', { sha256: 'x' }],
  [
    'a bundle of ten thousand',
    { kind: 'bundle', bundle: { modules: Array(10_000).fill({ ref: '@a/b', range: '*' }) } },
  ],
])('a module answer with %s is not followed', async (_, more) => {
  publish('@a/theme', '1.0.0');
  const answer = await (await fetch(`${registry.url}/api/v1/modules/a/theme`)).json();
  registry.on.set('GET /api/v1/modules/a/theme', (__, response) => sendJson(response, { ...answer, ...more }));
  await expect(get([{ ref: '@a/theme', range: '*' }])).rejects.toMatchObject({ code: 'bad_answer', exitCode: 1 });
});
