import { existsSync, lstatSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CliError } from '@/cli/errors';
import { RegistryClient } from '@/cli/registry/client';
import { type FetchRequest, fetchModule } from '@/cli/registry/fetch-module';
import { toIntegrity } from '@/cli/registry/integrity';
import type { ReadyModule } from '@/cli/types';
import { packModule } from '../support/archives/judge';
import { SAMPLES } from '../support/archives/manifests';
import { entry, gz, tarOf } from '../support/archives/tar-bytes';
import { memoryBlobs } from '../support/cli/blobs';
import { makeHome, treeOf } from '../support/cli/home';
import { sha256, startRegistry, type TestRegistry } from '../support/cli/registry';

const REF = '@ada/sample';
const manifest = {
  ...SAMPLES['shell-plugin'],
  files: [
    { src: 'main.conf', dest: '{config}/sample/main.conf' },
    { src: 'bin/tool', dest: '{bin}/tool', mode: 'link' as const },
    { src: 'big.bin', dest: '{data}/sample/big.bin' },
  ],
  variables: [
    { key: 'theme', type: 'choice' as const, label: 'Theme', choices: ['dark', 'light'], default: 'dark' },
    { key: 'size', type: 'number' as const, label: 'Size', default: 12 },
  ],
};
const big = 'x'.repeat(700_000);
const archive = packModule(manifest, {
  'main.conf': 'plain\n',
  'bin/tool': { body: '#!/bin/sh\n', mode: 0o755 },
  'big.bin': big,
  'README.md': '# Sample\n',
});
const request: FetchRequest = {
  ref: REF,
  version: '1.0.0',
  integrity: null,
  range: '*',
  dependencies: {},
  variables: {},
};

let registry: TestRegistry;
let place: ReturnType<typeof makeHome>;
let blobs: ReturnType<typeof memoryBlobs>;

beforeEach(async () => {
  registry = await startRegistry();
  place = makeHome();
  blobs = memoryBlobs();
  registry.serve[REF] = { '1.0.0': { archive } };
});
afterEach(async () => {
  await registry.close();
  place.remove();
});

const fetchIt = (
  more: Partial<FetchRequest> = {},
  token: string | null = null,
  registryUrl = registry.url,
): Promise<ReadyModule> => {
  const client = new RegistryClient({ registryUrl, token, patience: { retries: 1, first: 1, longest: 50 } });
  return fetchModule({ ...request, ...more }, { home: place.home, client, blobs });
};
async function refusal(more: Partial<FetchRequest> = {}): Promise<CliError> {
  const error = await fetchIt(more).catch((thrown: unknown) => thrown);
  if (error instanceof CliError) return error;
  throw new Error(`no refusal: ${error}`);
}
const archivePath = () => join(place.home.own.cache, 'archives', `${sha256(archive)}.tgz`);

describe('a module that is what it should be', () => {
  it('is ready to be planned: contents kept, linked files in the store and read-only, answers complete', async () => {
    const ready = await fetchIt({ variables: { theme: 'light', size: 'large', other: 1 } });
    expect(ready).toMatchObject({ ref: REF, version: '1.0.0', range: '*', integrity: toIntegrity(sha256(archive)) });
    expect(ready.variables).toEqual({ theme: 'light', size: 12 });
    expect([...ready.files.keys()]).toEqual(['main.conf', 'bin/tool', 'big.bin']);
    for (const [path, body] of [
      ['main.conf', 'plain\n'],
      ['big.bin', big],
    ] as const)
      expect(blobs.kept.get(ready.files.get(path)?.sha256 ?? '')?.toString()).toBe(body);
    expect(ready.files.get('bin/tool')).toMatchObject({ executable: true, size: 10 });
    expect(ready.storeFolder).toBe(join(place.home.own.data, `store/ada/sample/1.0.0-${sha256(archive).slice(0, 12)}`));
    expect(
      treeOf(ready.storeFolder)
        .slice(1)
        .map((line) => line.split(' ').slice(0, 2).join(' ')),
    ).toEqual(['bin/ 700', 'bin/tool 555']);
    expect(ready.capabilities.labels).toContain('executable');
  });

  it('is found below a leading directory too', async () => {
    const nested = gz(
      tarOf(
        entry({ name: 'pkg/', type: '5', mode: 0o755 }),
        entry({ name: 'pkg/dotkit.json', body: JSON.stringify(SAMPLES['color-theme']) }),
        entry({ name: 'pkg/main.conf', body: 'nested\n' }),
      ),
    );
    registry.serve[REF] = { '1.0.0': { archive: nested } };
    const ready = await fetchIt();
    expect(blobs.kept.get(ready.files.get('main.conf')?.sha256 ?? '')?.toString()).toBe('nested\n');
  });

  it('is fetched for a look into a folder outside of the home, which stays as it was', async () => {
    const before = treeOf(place.home.root);
    const own = { ...place.home.own, data: join(place.around, 'look/data'), cache: join(place.around, 'look/cache') };
    const client = new RegistryClient({ registryUrl: registry.url, token: null });
    const ready = await fetchModule(request, { home: { ...place.home, own }, client, blobs });
    expect(ready.storeFolder.startsWith(`${own.data}/store/`)).toBe(true);
    expect(readFileSync(join(ready.storeFolder, 'bin/tool'), 'utf8')).toBe('#!/bin/sh\n');
    expect(treeOf(place.home.root)).toEqual(before);
  });

  it('is taken from the lock and the cache when nobody answers', async () => {
    const first = await fetchIt();
    await registry.close();
    const asked = registry.heard.length;
    const again = await fetchIt({ integrity: first.integrity });
    expect(again).toEqual(first);
    expect(registry.heard.length).toBe(asked);
    registry = await startRegistry();
  });

  it('is fetched anew when the cache holds something else under its name', async () => {
    const first = await fetchIt();
    writeFileSync(archivePath(), 'damaged');
    expect(await fetchIt({ integrity: first.integrity })).toEqual(first);
    expect(readFileSync(archivePath()).equals(archive)).toBe(true);
  });

  it('is not asked for a second time when the registry announced what the cache holds', async () => {
    await fetchIt();
    const before = registry.heard.length;
    await fetchIt({ announced: sha256(archive) });
    expect(registry.heard.length).toBe(before);
  });

  it('does not follow a link that stands where the archive or the store should be', async () => {
    const aim = join(place.around, 'outside');
    mkdirSync(dirname(archivePath()), { recursive: true });
    symlinkSync(aim, archivePath());
    await fetchIt();
    expect(lstatSync(archivePath()).isFile()).toBe(true);
    expect(readFileSync(aim, 'utf8')).toBe('not yours\n');
    const store = join(place.home.own.data, 'store/ada');
    rmSync(store, { recursive: true });
    symlinkSync(place.around, store);
    expect(await refusal()).toMatchObject({ code: 'path_obstructed', exitCode: 3 });
    expect(existsSync(join(place.around, 'sample'))).toBe(false);
  });

  it('sends its token to the registry, and never to where the archive lies', async () => {
    const elsewhere = await startRegistry();
    elsewhere.on.set('GET /archive', (_, response) => response.end(archive));
    registry.serve[REF] = { '1.0.0': { archive, url: `${elsewhere.url}/archive` } };
    await fetchIt({}, 'dk_secret-token');
    expect(registry.heard.every(({ headers }) => headers.authorization === 'Bearer dk_secret-token')).toBe(true);
    expect(elsewhere.heard).toHaveLength(1);
    expect(JSON.stringify(elsewhere.heard)).not.toContain('secret-token');
    await elsewhere.close();
  });
});

describe('a module that is something else', () => {
  it('than the lock says: both hashes are named, and nothing is downloaded', async () => {
    const integrity = toIntegrity('ab'.repeat(32));
    const error = await refusal({ integrity });
    expect(error).toMatchObject({ code: 'integrity_mismatch', exitCode: 4 });
    expect(error.details).toEqual(
      expect.arrayContaining([`Locked: ${integrity}`, `Arrived: ${toIntegrity(sha256(archive))}`]),
    );
    expect(registry.heard.some(({ path }) => path.startsWith('/blobs/'))).toBe(false);
  });

  it('than the registry says: both hashes are named, and nothing of it stays', async () => {
    registry.serve[REF] = { '1.0.0': { archive, sha256: 'cd'.repeat(32) } };
    const error = await refusal();
    expect(error).toMatchObject({ code: 'integrity_mismatch', exitCode: 4 });
    expect(error.details.join('\n')).toContain(toIntegrity(sha256(archive)));
    expect(treeOf(place.home.own.cache)).toHaveLength(2);
  });

  it.each([1, -1])('than it says by %d byte', async (more) => {
    registry.serve[REF] = { '1.0.0': { archive, size: archive.length + more } };
    expect(await refusal()).toMatchObject({ code: 'integrity_mismatch', exitCode: 4 });
  });

  it('than was asked for: another name, another version', async () => {
    registry.serve[REF] = {
      '1.0.0': { archive: packModule({ ...manifest, name: '@ada/other' }, { 'main.conf': '' }) },
    };
    expect(await refusal()).toMatchObject({ code: 'archive_refused', exitCode: 4 });
    registry.serve[REF] = { '1.0.0': { archive: packModule({ ...manifest, version: '1.0.1' }, { 'main.conf': '' }) } };
    expect(await refusal()).toMatchObject({ code: 'archive_refused', exitCode: 4 });
  });

  it('than its listing: it needs modules that the registry does not tell of', async () => {
    const needy = packModule({ ...SAMPLES['color-theme'], dependencies: { '@eve/extra': '*' } }, { 'main.conf': '' });
    registry.serve[REF] = { '1.0.0': { archive: needy } };
    expect(await refusal()).toMatchObject({ code: 'metadata_mismatch', exitCode: 4 });
  });

  it('that is yanked: refused with 6, unless the lock holds it', async () => {
    registry.serve[REF] = { '1.0.0': { archive, yanked: 'deletes history' } };
    expect(await refusal()).toMatchObject({ code: 'yanked', exitCode: 6 });
    expect((await fetchIt({ integrity: toIntegrity(sha256(archive)) })).version).toBe('1.0.0');
  });
});
