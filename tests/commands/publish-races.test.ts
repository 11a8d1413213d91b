import { expect, it } from 'vitest';
import { listModules } from '@/lib/discovery/queries';
import { backgroundSettled } from '@/lib/infra/background';
import { getModule, listOwnModules } from '@/lib/modules/queries';
import { completeUpload, startUpload, yankVersion } from '@/lib/versions/commands';
import { getUpload } from '@/lib/versions/queries';
import { ModuleVersionModel } from '@/models/module-version';
import type { Actor } from '@/types/actor';
import { announced, type Packed, pack, person, publish, refusalOf, staged } from '../support/builders';
import { onOwnDatabase } from '../support/database';

onOwnDatabase();

/** Completes uploads at the same moment; the refusal of each, or its verdict. */
async function completeTogether(actor: Actor, uploads: { uploadId: string }[]): Promise<string[]> {
  const refusals = await Promise.all(uploads.map(({ uploadId }) => refusalOf(completeUpload({ uploadId }, actor))));
  await backgroundSettled();
  const verdicts = await Promise.all(uploads.map(({ uploadId }) => getUpload(uploadId, actor)));
  return refusals.map((refusal, index) => (refusal === 'none' ? (verdicts[index]?.status ?? '') : refusal));
}

const stageAll = (actor: Actor, archives: Packed[]) => Promise.all(archives.map((packed) => staged(actor, packed)));

it('lets one of fifty publish a version, and never again, yanked or not', async () => {
  const ada = await person();
  const ref = `@${ada.username}/contested`;
  const archives = Array.from({ length: 50 }, (_, index) =>
    pack(ref, { files: { 'main.conf': `# ${index}\n` }, version: `1.0.0+client.${index}` }),
  );
  const outcomes = await completeTogether(ada, await stageAll(ada, archives));
  expect(outcomes.filter((outcome) => outcome === 'published')).toHaveLength(1);
  expect(outcomes.filter((outcome) => outcome === 'version_exists')).toHaveLength(49);
  const winner = await getModule(ada.username, 'contested', null);
  expect(winner?.sha256).toBe(archives[outcomes.indexOf('published')]?.sha256);
  await yankVersion({ namespace: ada.username, name: 'contested', version: winner?.version ?? '', reason: 'x' }, ada);
  expect(await refusalOf(startUpload(announced(pack(ref)), ada))).toBe('version_exists');
});

it('publishes different versions at once and shows the highest', async () => {
  const ada = await person();
  const ref = `@${ada.username}/parallel`;
  const numbers = ['1.0.0', '1.2.0', '1.1.0', '2.0.0-rc.1', '1.10.0', '1.9.0'];
  const uploads = await stageAll(
    ada,
    numbers.map((version) => pack(ref, { version })),
  );
  expect(new Set(await completeTogether(ada, uploads))).toEqual(new Set(['published']));
  const module = await getModule(ada.username, 'parallel', null);
  expect(module?.version).toBe('1.10.0');
  expect(module?.versions.map(({ version }) => version).sort()).toEqual([...numbers].sort());
});

it('lets one of two look-alike names be born when both were announced before either was', async () => {
  const ada = await person();
  const names = ['twin-name', 'twinname', 'twin.name'];
  const uploads = await stageAll(
    ada,
    names.map((name) => pack(`@${ada.username}/${name}`)),
  );
  const outcomes = await completeTogether(ada, uploads);
  expect([...outcomes].sort()).toEqual(['published', 'rejected', 'rejected']);
  expect(await listOwnModules(ada)).toHaveLength(1);
  expect(await ModuleVersionModel.countDocuments({ namespace: ada.username })).toBe(1);
});

it('gives a module one kind when two were announced before it was born', async () => {
  const ada = await person();
  const ref = `@${ada.username}/shifting`;
  const uploads = await stageAll(ada, [
    pack(ref, { kind: 'color-theme', version: '1.0.0' }),
    pack(ref, { kind: 'prompt', version: '2.0.0' }),
  ]);
  const outcomes = await completeTogether(ada, uploads);
  expect([...outcomes].sort()).toEqual(['published', 'rejected']);
  const module = await getModule(ada.username, 'shifting', null);
  const [kind, version] = outcomes[0] === 'published' ? ['color-theme', '1.0.0'] : ['prompt', '2.0.0'];
  expect(module).toMatchObject({ kind, version, versions: [{ version }] });
  await publish(ada, 'shifting', { kind: module?.kind ?? 'prompt', version: '3.0.0' });
  expect((await listModules({ q: 'shifting' })).items[0]?.version).toBe('3.0.0');
});
