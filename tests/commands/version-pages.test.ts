import { randomBytes } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { issueDownload } from '@/lib/downloads/commands';
import { listDownloadDays } from '@/lib/downloads/queries';
import { dayOf } from '@/lib/downloads/rules';
import { backgroundSettled } from '@/lib/infra/background';
import { updateListing } from '@/lib/modules/commands';
import { yankVersion } from '@/lib/versions/commands';
import { compareVersions, getFile, listVersions } from '@/lib/versions/queries';
import { DownloadDailyModel } from '@/models/download-daily';
import { ModuleVersionModel } from '@/models/module-version';
import type { Actor } from '@/types/actor';
import { person, publish } from '../support/builders';
import { onOwnDatabase } from '../support/database';

onOwnDatabase();

let ada: Actor;
let eve: Actor;

beforeAll(async () => {
  [ada, eve] = [await person(), await person()];
});

const pair = { from: '1.0.0', to: '1.1.0' };

it('compares two versions file by file out of their archives', async () => {
  const big = randomBytes(300 * 1024).toString('hex');
  await publish(ada, 'two', {
    version: '1.0.0',
    files: { 'notes.txt': 'one\ntwo\n', 'gone.txt': 'x\n', 'old/place.txt': 'the same bytes\n', 'big.txt': big },
  });
  await publish(ada, 'two', {
    version: '1.1.0',
    files: { 'notes.txt': 'one\n2\n', 'fresh.txt': 'y\n', 'new/place.txt': 'the same bytes\n', 'big.txt': `${big}.` },
  });
  const { diff } = (await compareVersions(ada.username, 'two', pair, null)) ?? {};
  expect(diff?.files.map(({ path, change, unshown }) => [path, change, unshown ?? ''])).toEqual([
    ['dotkit.json', 'changed', ''],
    ['big.txt', 'changed', 'large'],
    ['fresh.txt', 'added', ''],
    ['gone.txt', 'removed', ''],
    ['new/place.txt', 'moved', ''],
    ['notes.txt', 'changed', ''],
  ]);
  expect(diff?.counts).toEqual({ added: 1, removed: 1, changed: 3, moved: 1 });
  expect(diff?.files.at(-1)?.hunks).toEqual([
    [
      [1, 1, 'one'],
      [2, 0, 'two'],
      [0, 2, '2'],
    ],
  ]);
  const again = await compareVersions(ada.username, 'two', { from: '1.1.0', to: '1.0.0' }, null);
  expect(again?.diff.counts).toEqual({ added: 1, removed: 1, changed: 3, moved: 1 });
  expect(await compareVersions(ada.username, 'two', { from: '1.0.0', to: '9.0.0' }, null)).toBeNull();
});

it('stays within its bounds on archives of many and large files', async () => {
  const text = (mark: string) =>
    Array.from(
      { length: 1200 },
      // The mark comes first: a text that happens to begin with MZ would be taken for a program of Windows.
      () => `${mark} ${randomBytes(24).toString('base64')}
`,
    ).join('');
  const files = (mark: string) =>
    Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`f/${at}.txt`, text(`${mark}${at}`)]));
  await publish(ada, 'heavy', { version: '1.0.0', files: files('a') });
  await publish(ada, 'heavy', { version: '1.1.0', files: files('b') });
  const started = performance.now();
  const { diff } = (await compareVersions(ada.username, 'heavy', pair, null)) ?? {};
  expect(performance.now() - started).toBeLessThan(15_000);
  const lines = diff?.files.reduce((sum, { hunks }) => sum + hunks.flat().length, 0) ?? 0;
  expect(lines).toBeLessThanOrEqual(3000);
  expect(diff?.files).toHaveLength(61);
  expect(diff?.files.every(({ unshown, moreLines, hunks }) => unshown || moreLines > 0 || hunks.length > 0)).toBe(true);
  expect(JSON.stringify(diff).length).toBeLessThan(1_500_000);
});

it('lists versions page by page with what changed in each, and none twice', async () => {
  const changelog = '## 1.2.0\nsecond\n\n## 1.1.0\nfirst\n';
  await publish(ada, 'many', { version: '1.1.0' });
  await publish(ada, 'many', { version: '1.2.0', files: { 'CHANGELOG.md': changelog } });
  await yankVersion({ namespace: ada.username, name: 'many', version: '1.1.0', reason: 'No.' }, ada);
  const page = await listVersions(ada.username, 'many', undefined, null);
  expect(
    page?.items.map(({ version, previous, changes, yanked }) => [version, previous, changes, yanked?.reason]),
  ).toEqual([
    ['1.2.0', '1.1.0', 'second', undefined],
    ['1.1.0', null, 'first', 'No.'],
  ]);
  expect(page?.nextBefore).toBeNull();

  const row = await ModuleVersionModel.findOne(
    { namespace: ada.username, name: 'many', version: '1.2.0' },
    { _id: 0 },
  ).lean();
  const at = new Date('2026-01-01T00:00:00Z');
  // Three at a time were published in the same millisecond.
  await ModuleVersionModel.insertMany(
    Array.from({ length: 50 }, (_, index) => {
      const version = `0.${index}.0`;
      const publishedAt = new Date(at.getTime() - Math.floor(index / 3));
      return { ...row, version, precedence: version, publishedAt };
    }),
  );
  const seen: string[] = [];
  let before: string | undefined;
  do {
    const next = await listVersions(ada.username, 'many', before, null);
    seen.push(...(next?.items.map(({ version }) => version) ?? []));
    before = next?.nextBefore ?? undefined;
  } while (before !== undefined);
  expect(seen).toHaveLength(52);
  expect(new Set(seen).size).toBe(52);
  expect(await listVersions(ada.username, 'many', '9.9.9', null)).toBeNull();
});

it('counts downloads of all versions by day, up to today', async () => {
  const { namespace, name } = await publish(ada, 'counted');
  const today = dayOf(new Date());
  const dayBefore = (days: number) => dayOf(new Date(Date.now() - days * 86_400_000));
  await DownloadDailyModel.insertMany([
    { namespace, name, version: '1.0.0', day: dayBefore(3), count: 4 },
    { namespace, name, version: '0.9.0', day: dayBefore(3), count: 2 },
    { namespace, name, version: '1.0.0', day: dayBefore(100), count: 50 },
  ]);
  await issueDownload({ namespace, name, version: '1.0.0' }, null);
  await backgroundSettled();
  const days = await listDownloadDays(namespace, name, null);
  expect(days?.counts).toHaveLength(90);
  expect(days?.first).toBe(dayBefore(89));
  expect(days?.counts.at(-1)).toBe(1);
  expect(days?.counts.at(-4)).toBe(6);
  expect(days?.counts.reduce((sum, count) => sum + count)).toBe(7);
  expect(today).toBe(dayBefore(0));
});

it('keeps all of it from others while the module is private', async () => {
  await publish(ada, 'shy', { version: '1.0.0' });
  await publish(ada, 'shy', { version: '1.1.0' });
  const all = (actor: Actor | null) =>
    Promise.all([
      compareVersions(ada.username, 'shy', pair, actor),
      listVersions(ada.username, 'shy', undefined, actor),
      listVersions(ada.username, 'shy', '1.1.0', actor),
      listDownloadDays(ada.username, 'shy', actor),
      getFile(ada.username, 'shy', '1.0.0', 'main.conf', actor),
    ]);
  expect((await all(null)).every((answer) => answer !== null)).toBe(true);
  await updateListing({ namespace: ada.username, name: 'shy', visibility: 'private' }, ada);
  expect((await all(null)).every((answer) => answer === null)).toBe(true);
  expect((await all(eve)).every((answer) => answer === null)).toBe(true);
  expect((await all(ada)).every((answer) => answer !== null)).toBe(true);
});
