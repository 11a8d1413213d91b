import { expect, it } from 'vitest';
import { refreshRanks } from '@/lib/discovery/commands';
import { listModules } from '@/lib/discovery/queries';
import { issueDownload } from '@/lib/downloads/commands';
import { dayOf } from '@/lib/downloads/rules';
import { backgroundSettled } from '@/lib/infra/background';
import { objectKeys } from '@/lib/infra/object-keys';
import { presignDownload } from '@/lib/infra/s3';
import { DownloadDailyModel } from '@/models/download-daily';
import { ModuleModel } from '@/models/module-kinds';
import { ModuleVersionModel } from '@/models/module-version';
import { person, publish, refusalOf } from '../support/builders';
import { onOwnDatabase } from '../support/database';
import { until } from '../support/until';

onOwnDatabase();

async function module(name = 'wanted') {
  const ada = await person();
  const { sha256 } = await publish(ada, name);
  const ref = { namespace: ada.username, name };
  const counts = async () => {
    await backgroundSettled();
    const [row, version, days] = await Promise.all([
      ModuleModel.findOne(ref).lean(),
      ModuleVersionModel.findOne({ ...ref, version: '1.0.0' }).lean(),
      DownloadDailyModel.find(ref).lean(),
    ]);
    return { module: row?.downloads, version: version?.downloads, days: days.map(({ day, count }) => [day, count]) };
  };
  return { ada, ref: { ...ref, version: '1.0.0' }, sha256, counts };
}

it('counts a link once: on the version, on the module, on its day', async () => {
  const { ref, counts } = await module();
  const { url } = await issueDownload(ref, null);
  for (let again = 0; again < 3; again += 1) await (await fetch(url)).arrayBuffer();
  expect(await counts()).toEqual({ module: 1, version: 1, days: [[dayOf(new Date()), 1]] });
});

it('loses no count of two hundred at once', async () => {
  const { ref, counts } = await module();
  await Promise.all(Array.from({ length: 200 }, () => issueDownload(ref, null)));
  expect(await counts()).toEqual({ module: 200, version: 200, days: [[dayOf(new Date()), 200]] });
});

it('counts nothing that was refused', async () => {
  const { ada, ref, counts } = await module();
  expect(await refusalOf(issueDownload({ ...ref, version: '9.0.0' }, null))).toBe('not_found');
  expect(await refusalOf(issueDownload({ ...ref, name: 'absent' }, null))).toBe('not_found');
  expect(await refusalOf(issueDownload(ref, { ...ada, scopes: ['publish'] }))).toBe('scope_missing');
  expect(await counts()).toEqual({ module: 0, version: 0, days: [] });
});

it('gives a link that the storage refuses once its time is over', async () => {
  const { ref, sha256 } = await module();
  const { url } = await issueDownload(ref, null);
  expect(new URL(url).searchParams.get('X-Amz-Expires')).toBe('300');
  const short = await presignDownload(objectKeys.artifact(sha256), 'short.tgz', 1);
  expect((await fetch(short)).status).toBe(200);
  expect(
    await until(
      async () => (await fetch(short)).status,
      (status) => status !== 200,
    ),
  ).toBe(403);
});

it('gives a link for these bytes alone, and for reading alone', async () => {
  const [mine, other] = [await module('mine'), await module('other')];
  const { url } = await issueDownload(mine.ref, null);
  const elsewhere = url.replace(objectKeys.artifact(mine.sha256), objectKeys.artifact(other.sha256));
  expect(elsewhere).not.toBe(url);
  expect((await fetch(elsewhere)).status).toBe(403);
  expect((await fetch(url, { method: 'PUT', body: 'mine now' })).status).toBe(403);
  expect((await fetch(url, { method: 'DELETE' })).status).toBe(403);
  expect((await fetch(url.replace('module', 'x').replace('attachment', 'inline'))).status).toBe(403);
  expect((await fetch(url)).status).toBe(200);
});

it('moves a module up in the lists once ranks are refreshed', async () => {
  const { ada, ref } = await module('quiet');
  await publish(ada, 'loud');
  for (let times = 0; times < 5; times += 1) await issueDownload({ ...ref, name: 'loud' }, null);
  await backgroundSettled();
  await refreshRanks();
  for (const sort of ['downloads', 'trending'] as const) {
    const { items } = await listModules({ author: ada.username, sort });
    expect(items.map(({ name }) => name)).toEqual(['loud', 'quiet']);
  }
});
