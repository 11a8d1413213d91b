import { expect, it } from 'vitest';
import { listModules, suggestModules } from '@/lib/discovery/queries';
import { issueDownload } from '@/lib/downloads/commands';
import { backgroundSettled } from '@/lib/infra/background';
import { objectKeys } from '@/lib/infra/object-keys';
import { objectSize } from '@/lib/infra/s3';
import { getModule } from '@/lib/modules/queries';
import { completeUpload } from '@/lib/versions/commands';
import { getFile, getUpload, getVersion, listUploads } from '@/lib/versions/queries';
import { ModuleVersionModel } from '@/models/module-version';
import { completed, pack, person, publish, sha256Of, staged, submit } from '../support/builders';
import { onOwnDatabase } from '../support/database';

onOwnDatabase();

it('takes an archive from announcement to download', async () => {
  const ada = await person();
  const packed = pack(`@${ada.username}/night-owl`, { files: { 'README.md': '# Night Owl\n' } });
  const started = await staged(ada, packed);
  expect(started).toMatchObject({ method: 'PUT', uploadId: expect.stringMatching(/^upl_[\w-]{22}$/) });
  expect(Date.parse(started.expiresAt) - Date.now()).toBeGreaterThan(890_000);
  expect((await getUpload(started.uploadId, ada)).status).toBe('uploading');
  expect(await getModule(ada.username, 'night-owl', ada)).toBeNull();

  const verdict = await completed(ada, started.uploadId);
  const at = performance.now();
  expect(verdict).toMatchObject({ status: 'published', version: '1.0.0', findings: [] });
  const module = await getModule(ada.username, 'night-owl', null);
  expect(module).toMatchObject({
    version: '1.0.0',
    kind: 'color-theme',
    sha256: packed.sha256,
    readme: '# Night Owl\n',
  });
  expect((await listModules({ q: 'night owl' })).items.map(({ name }) => name)).toEqual(['night-owl']);
  expect((await suggestModules('night')).map(({ name }) => name)).toEqual(['night-owl']);
  expect(performance.now() - at).toBeLessThan(2000);

  const version = await getVersion(ada.username, 'night-owl', '1.0.0', null);
  expect(version?.files.map(({ path }) => path)).toEqual(['dotkit.json', 'main.conf', 'README.md']);
  expect((await getFile(ada.username, 'night-owl', undefined, 'main.conf', null))?.text).toBe('background #101010\n');

  const link = await issueDownload({ namespace: ada.username, name: 'night-owl', version: '1.0.0' }, null);
  expect(Date.parse(link.expiresAt) - Date.now()).toBeLessThanOrEqual(300_000);
  const answer = await fetch(link.url);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  expect([answer.status, bytes.byteLength, sha256Of(bytes)]).toEqual([200, link.size, link.sha256]);
  expect(link.sha256).toBe(packed.sha256);
  expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${link.filename}"`);
});

it('keeps a verification record of the very bytes that it serves, and no staged object', async () => {
  const ada = await person();
  const { sha256, bytes } = await publish(ada, 'recorded');
  const row = await ModuleVersionModel.findOne({ namespace: ada.username, name: 'recorded' }).lean();
  expect(row).toMatchObject({ status: 'published', sha256, verification: { sha256, verifier: 1 } });
  expect(await objectSize(objectKeys.artifact(sha256))).toBe(bytes.byteLength);
  const [upload] = await listUploads(ada);
  expect(await objectSize(objectKeys.upload(upload?.uploadId ?? ''))).toBeNull();
});

it('finds a new version at once where the old one was cached', async () => {
  const ada = await person();
  await publish(ada, 'growing', { version: '1.0.0' });
  expect((await getModule(ada.username, 'growing', null))?.version).toBe('1.0.0');
  expect((await listModules({ q: 'growing' })).items[0]?.version).toBe('1.0.0');
  await publish(ada, 'growing', { version: '1.1.0' });
  const module = await getModule(ada.username, 'growing', null);
  expect(module?.version).toBe('1.1.0');
  expect(module?.versions.map(({ version }) => version)).toEqual(['1.1.0', '1.0.0']);
  expect((await listModules({ q: 'growing' })).items[0]?.version).toBe('1.1.0');
});

it('answers a version that was asked for too early once it is there', async () => {
  const ada = await person();
  await publish(ada, 'eager');
  expect(await getVersion(ada.username, 'eager', '2.0.0', null)).toBeNull();
  await publish(ada, 'eager', { version: '2.0.0' });
  expect((await getVersion(ada.username, 'eager', '2.0.0', null))?.version).toBe('2.0.0');
});

it('may be completed again and again, before and after the verdict', async () => {
  const ada = await person();
  const { uploadId } = await staged(ada, pack(`@${ada.username}/twice`));
  const answers = await Promise.all(Array.from({ length: 10 }, () => completeUpload({ uploadId }, ada)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set(['verifying']));
  await backgroundSettled();
  expect(await completeUpload({ uploadId }, ada)).toEqual({ uploadId, status: 'published' });
  expect(await ModuleVersionModel.countDocuments({ namespace: ada.username, name: 'twice' })).toBe(1);
});

it('publishes warnings with the version and shows them', async () => {
  const ada = await person();
  const packed = pack(`@${ada.username}/chatty`, {
    kind: 'script',
    files: { 'main.conf': '#!/bin/sh\nsudo apt-get update\n' },
    manifest: { script: { interpreter: 'sh', commands: [{ name: 'sample', path: 'main.conf' }], needsRoot: true } },
  });
  const verdict = await submit(ada, packed);
  expect(verdict.status).toBe('published');
  expect(verdict.findings).toEqual([expect.objectContaining({ severity: 'warning', path: 'main.conf', line: 2 })]);
  expect((await getVersion(ada.username, 'chatty', '1.0.0', null))?.warnings).toEqual(verdict.findings);
});
