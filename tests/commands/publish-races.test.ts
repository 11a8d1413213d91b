import { expect, it } from 'vitest';
import { listModules } from '@/lib/discovery/queries';
import { backgroundSettled } from '@/lib/infra/background';
import { getModule, listOwnModules } from '@/lib/modules/queries';
import { completeUpload } from '@/lib/versions/commands';
import { getUpload } from '@/lib/versions/queries';
import { ModuleVersionModel } from '@/models/module-version';
import type { Actor } from '@/types/actor';
import { type Packed, pack, person, publish, refusalOf, staged } from '../support/builders';
import { onOwnDatabase } from '../support/database';
import { raceForOneVersion } from '../support/one-winner-race';
import { attackByOverwriting } from '../support/overwrite-attack';

// Many uploads of one new name at once count as many new modules.
process.env.RATE_LIMIT_SCALE = '1000';
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
  expect(await raceForOneVersion(50)).toEqual({ won: 1, refused: 49, other: 0, reused: 0 });
});

it('serves the bytes that were verified, whatever is written over the upload meanwhile', async () => {
  const figures = await attackByOverwriting(1, 16);
  expect(figures).toMatchObject({ byLink: 48, byLinkTaken: 0, pastTheGuard: 48, differ: 0 });
  expect([figures.published + figures.rejected, figures.downloads]).toEqual([6, figures.published * 3]);
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
