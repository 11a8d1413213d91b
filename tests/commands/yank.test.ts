import { expect, it } from 'vitest';
import { listModules } from '@/lib/discovery/queries';
import { issueDownload } from '@/lib/downloads/commands';
import { updateListing } from '@/lib/modules/commands';
import { getModule } from '@/lib/modules/queries';
import { restoreVersion, yankVersion } from '@/lib/versions/commands';
import { getVersion } from '@/lib/versions/queries';
import { AuditEventModel } from '@/models/audit-event';
import type { Actor } from '@/types/actor';
import { person, publish, refusalOf } from '../support/builders';
import { onOwnDatabase } from '../support/database';

onOwnDatabase();

async function moduleWith(versions: string[]) {
  const ada = await person();
  for (const version of versions) await publish(ada, 'tool', { version });
  const ref = { namespace: ada.username, name: 'tool' };
  const latest = async () => (await getModule(ada.username, 'tool', null))?.version;
  const yank = (version: string, actor: Actor = ada) =>
    yankVersion({ ...ref, version, reason: 'It eats files.' }, actor);
  const restore = (version: string, actor: Actor = ada) => restoreVersion({ ...ref, version }, actor);
  return { ada, ref, latest, yank, restore };
}

it('falls back to the highest version that still stands, and returns to a restored one', async () => {
  const { latest, yank, restore } = await moduleWith(['1.0.0', '1.1.0', '2.0.0-beta.1']);
  expect(await latest()).toBe('1.1.0');
  await yank('1.1.0');
  expect(await latest()).toBe('1.0.0');
  await yank('1.0.0');
  expect(await latest()).toBe('2.0.0-beta.1');
  await yank('2.0.0-beta.1');
  expect(await latest()).toBe('1.1.0');
  await restore('1.0.0');
  expect(await latest()).toBe('1.0.0');
});

it('says why a version was yanked, and keeps its bytes for those who pinned it', async () => {
  const { ref, yank, restore } = await moduleWith(['1.0.0', '2.0.0']);
  await yank('2.0.0');
  expect((await getVersion(ref.namespace, ref.name, '2.0.0', null))?.yanked?.reason).toBe('It eats files.');
  const module = await getModule(ref.namespace, ref.name, null);
  expect(module?.versions.find(({ version }) => version === '2.0.0')?.yanked?.reason).toBe('It eats files.');
  const withdrawn = { ...ref, version: '2.0.0' };
  await expect(issueDownload(withdrawn, null)).rejects.toThrow('This version was yanked: It eats files.');
  expect((await fetch((await issueDownload({ ...withdrawn, yanked: 'allow' }, null)).url)).status).toBe(200);
  await restore('2.0.0');
  expect(await refusalOf(issueDownload(withdrawn, null))).toBe('none');
  expect((await getVersion(ref.namespace, ref.name, '2.0.0', null))?.yanked).toBeUndefined();
});

it('is for the owner alone, with the scope to publish, and for versions that exist', async () => {
  const { ada, latest, yank, restore } = await moduleWith(['1.0.0', '1.1.0']);
  const eve = await person();
  expect(await refusalOf(yank('1.1.0', eve))).toBe('forbidden');
  expect(await refusalOf(restore('1.1.0', eve))).toBe('forbidden');
  expect(await refusalOf(yank('1.1.0', { ...ada, scopes: ['read', 'manage'] }))).toBe('scope_missing');
  expect(await refusalOf(yank('3.0.0'))).toBe('not_found');
  expect(await refusalOf(yank('1.1.0+build'))).toBe('not_found');
  expect(await latest()).toBe('1.1.0');
});

it('is written down in the audit log', async () => {
  const { ada, yank, restore } = await moduleWith(['1.0.0']);
  await yank('1.0.0');
  await restore('1.0.0');
  const rows = await AuditEventModel.find({ userId: ada.userId }).sort({ at: 1 }).lean();
  expect(rows.map(({ action }) => action)).toEqual(['version.published', 'version.yanked', 'version.restored']);
  expect(rows[1]).toMatchObject({ subject: `@${ada.username}/tool@1.0.0`, detail: { reason: 'It eats files.' } });
});

it('leaves the owner’s words as they are, until another version speaks for the module', async () => {
  const { ada, ref, yank, restore } = await moduleWith(['1.0.0', '1.1.0']);
  const title = async () => (await getModule(ref.namespace, ref.name, null))?.title;
  const found = async () => (await listModules({ q: 'lighthouse', author: ada.username })).items.length;
  await updateListing({ ...ref, title: 'Lighthouse' }, ada);
  await yank('1.0.0');
  expect([await title(), await found()]).toEqual(['Lighthouse', 1]);
  await publish(ada, 'tool', { version: '1.0.1' });
  expect([await title(), await found()]).toEqual(['Lighthouse', 1]);
  await yank('1.1.0');
  expect([await title(), await found()]).toEqual(['Sample', 0]);
  await restore('1.1.0');
  expect(await title()).toBe('Sample');
});
