import { describe, expect, it } from 'vitest';
import { ensureAccount } from '@/lib/accounts/commands';
import { objectKeys } from '@/lib/infra/object-keys';
import { objectSize, writeObject } from '@/lib/infra/s3';
import { getModule } from '@/lib/modules/queries';
import { parseInput } from '@/lib/parse-input';
import { completeUpload, startUpload } from '@/lib/versions/commands';
import { getUpload } from '@/lib/versions/queries';
import { startUploadSchema } from '@/lib/versions/schema';
import { ModuleVersionModel } from '@/models/module-version';
import { UploadModel } from '@/models/upload';
import type { Actor } from '@/types/actor';
import {
  announced,
  completed,
  pack,
  person,
  publish,
  put,
  refusalOf,
  sha256Of,
  staged,
  submit,
} from '../support/builders';
import { onOwnDatabase } from '../support/database';

onOwnDatabase();

const countOf = (namespace: string) =>
  Promise.all([ModuleVersionModel.countDocuments({ namespace }), UploadModel.countDocuments({ namespace })]);

describe('what is refused before any byte is sent', () => {
  const start = (actor: Actor, ref: string, version = '1.0.0') =>
    refusalOf(startUpload(announced(pack(ref, { version })), actor));

  it.each(['collections', 'feed.xml', 'set-tings', 'constructor'])(
    'refuses the reserved module name %s',
    async (name) => {
      const ada = await person();
      expect(await start(ada, `@${ada.username}/${name}`)).toBe('name_reserved');
      expect(await countOf(ada.username)).toEqual([0, 0]);
    },
  );

  it.each(['admin', 'explore', 'sign-in', 'd0tkit', 'd-otkit', 'www'])('gives nobody the name %s', async (username) => {
    expect(await refusalOf(ensureAccount({ username }))).toBe('name_reserved');
  });

  it('refuses the namespace of another person', async () => {
    const [ada, eve] = [await person(), await person()];
    expect(await start(eve, `@${ada.username}/mine`)).toBe('namespace_not_yours');
    expect(await countOf(ada.username)).toEqual([0, 0]);
  });

  it('refuses a name that looks like another', async () => {
    const ada = await person();
    await publish(ada, 'modern-look');
    for (const near of ['modernlook', 'modern.look', 'modem-look', 'm0dern_look'])
      expect([near, await start(ada, `@${ada.username}/${near}`)]).toEqual([near, 'name_lookalike']);
    expect(await countOf(ada.username)).toEqual([1, 1]);
  });

  it('refuses a person whose name looks like another', async () => {
    await person('tallinn-lover');
    for (const near of ['ta11inn-lover', 'tallinnlover', 'tallinnl0ver'])
      expect([near, await refusalOf(ensureAccount({ username: near }))]).toEqual([near, 'name_lookalike']);
  });

  it('refuses a version that exists, whatever its build metadata', async () => {
    const ada = await person();
    await publish(ada, 'unique', { version: '1.0.0+one' });
    for (const twin of ['1.0.0', '1.0.0+one', '1.0.0+two'])
      expect([twin, await start(ada, `@${ada.username}/unique`, twin)]).toEqual([twin, 'version_exists']);
    expect(await start(ada, `@${ada.username}/unique`, '1.0.1+one')).toBe('none');
  });

  it('refuses more than twenty MiB', async () => {
    const ada = await person();
    const input = { ...announced(pack(`@${ada.username}/large`)), size: 20 * 1024 * 1024 + 1 };
    expect(await refusalOf(startUpload(input, ada))).toBe('archive_too_large');
  });

  it('refuses a token without the scope', async () => {
    const ada = await person();
    expect(await start({ ...ada, scopes: ['read', 'manage'] }, `@${ada.username}/scoped`)).toBe('scope_missing');
  });

  it('refuses the fifty-first open upload', async () => {
    const ada = await person();
    for (let open = 0; open < 50; open += 1) expect(await start(ada, `@${ada.username}/open`)).toBe('none');
    expect(await start(ada, `@${ada.username}/open`)).toBe('rate_limited');
    await UploadModel.updateMany({ userId: ada.userId }, { $set: { expiresAt: new Date(0) } });
    expect(await start(ada, `@${ada.username}/open`)).toBe('none');
  });

  it('refuses the twenty-first new module of an hour, and none that was tried before or is there already', async () => {
    const ada = await person();
    await publish(ada, 'first');
    for (let made = 2; made <= 20; made += 1) expect(await start(ada, `@${ada.username}/new-${made}`)).toBe('none');
    expect(await start(ada, `@${ada.username}/new-21`)).toBe('rate_limited');
    expect(await start(ada, `@${ada.username}/new-20`)).toBe('none');
    expect(await start(ada, `@${ada.username}/first`, '1.1.0')).toBe('none');
    const eve = await person();
    expect(await start(eve, `@${eve.username}/new`)).toBe('none');
  });

  const valid = { name: '@ada/sample', version: '1.0.0', size: 10, sha256: 'a'.repeat(64) };
  it.each([
    ['name', '@Ada/sample'],
    ['name', 'ada/sample'],
    ['name', '@ada/../sample'],
    ['name', '@ada/sample/'],
    ['name', '@ada/.'],
    ['name', { $gt: '' }],
    ['version', 'v1.0.0'],
    ['version', '1.0'],
    ['version', '1.0.0 '],
    ['version', '01.0.0'],
    ['version', `1.0.0-${'a'.repeat(128)}`],
    ['size', 0],
    ['size', -1],
    ['size', 1.5],
    ['size', '10'],
    ['sha256', 'A'.repeat(64)],
    ['sha256', 'a'.repeat(63)],
    ['visibility', 'secret'],
    ['status', 'published'],
  ])('names the field %s when it is %j', (field, value) => {
    const named = expect.arrayContaining([expect.objectContaining({ path: field })]);
    expect(() => parseInput(startUploadSchema, { ...valid, [field]: value })).toThrow(
      expect.objectContaining({ code: 'invalid_input', fields: named }),
    );
  });
});

describe('what is refused at completion', () => {
  it('refuses what never arrived, and takes it once it has', async () => {
    const ada = await person();
    const packed = pack(`@${ada.username}/late`);
    const started = await startUpload(announced(packed), ada);
    expect(await refusalOf(completeUpload(started, ada))).toBe('upload_missing');
    expect(await put(started, packed.bytes)).toBe(200);
    expect((await completeUpload(started, ada)).status).toBe('verifying');
  });

  it('knows no upload of another person, nor one that never was', async () => {
    const [ada, eve] = [await person(), await person()];
    const { uploadId } = await staged(ada, pack(`@${ada.username}/mine`));
    expect(await refusalOf(completeUpload({ uploadId }, eve))).toBe('not_found');
    expect(await refusalOf(getUpload(uploadId, eve))).toBe('not_found');
    expect(await refusalOf(completeUpload({ uploadId: `upl_${'a'.repeat(22)}` }, ada))).toBe('not_found');
  });

  it('refuses an expired upload', async () => {
    const ada = await person();
    const { uploadId } = await staged(ada, pack(`@${ada.username}/old`));
    await UploadModel.updateOne({ _id: uploadId }, { $set: { expiresAt: new Date(Date.now() - 1) } });
    expect(await refusalOf(completeUpload({ uploadId }, ada))).toBe('upload_expired');
    expect((await countOf(ada.username))[0]).toBe(0);
  });

  it('refuses another size than was announced', async () => {
    const ada = await person();
    const packed = pack(`@${ada.username}/short`);
    const started = await startUpload(announced(packed), ada);
    expect(await put(started, packed.bytes.subarray(1))).toBeGreaterThanOrEqual(400);
    await writeObject(objectKeys.upload(started.uploadId), packed.bytes.subarray(1), 'application/gzip');
    expect(await refusalOf(completeUpload(started, ada))).toBe('size_mismatch');
    expect((await countOf(ada.username))[0]).toBe(0);
  });

  it('refuses a version that somebody else of the team was quicker with', async () => {
    const ada = await person();
    const slow = await staged(ada, pack(`@${ada.username}/race`));
    await publish(ada, 'race');
    expect(await refusalOf(completeUpload(slow, ada))).toBe('version_exists');
  });
});

describe('what the verifier refuses', () => {
  const theme = (ref: string, manifest: Record<string, unknown>) => pack(ref, { manifest });
  const page = Buffer.from('<!doctype html><title>not an archive</title>');
  const garbage = (ref: string) => ({ ...pack(ref), bytes: page, sha256: sha256Of(page) });

  it.each([
    ['another name than announced', (ref: string) => theme(ref, { name: '@somebody/else' }), 'name-mismatch'],
    ['another version than announced', (ref: string) => theme(ref, { version: '9.9.9' }), 'version-mismatch'],
    ['an unknown key', (ref: string) => theme(ref, { surprise: true }), 'manifest-unknown-key'],
    ['no licence', (ref: string) => theme(ref, { license: undefined }), 'manifest-invalid'],
    [
      'a destination that opens the house',
      (ref: string) => theme(ref, { files: [{ src: 'main.conf', dest: '{home}/.ssh/authorized_keys' }] }),
      'dest-sensitive',
    ],
    ['something that is no archive', garbage, 'archive-not-gzip'],
  ])('rejects %s, stores nothing and leaves the number free', async (_, make, code) => {
    const ada = await person();
    const ref = `@${ada.username}/careful`;
    const verdict = await submit(ada, make(ref));
    expect(verdict.status).toBe('rejected');
    expect(verdict.findings.map((finding) => finding.code)).toContain(code);
    expect(verdict.findings.every(({ message }) => message.length > 10)).toBe(true);
    expect(await countOf(ada.username)).toEqual([0, 1]);
    expect(await objectSize(objectKeys.upload(verdict.uploadId))).toBeNull();
    expect(await objectSize(objectKeys.artifact(make(ref).sha256))).toBeNull();
    expect(await getModule(ada.username, 'careful', ada)).toBeNull();
    await publish(ada, 'careful');
    expect((await getModule(ada.username, 'careful', null))?.version).toBe('1.0.0');
  });

  it('rejects bytes that are not those announced, though their number is', async () => {
    const ada = await person();
    const [honest, swapped] = [pack(`@${ada.username}/swap`), pack(`@${ada.username}/swap`)];
    const { uploadId } = await startUpload(announced(honest), ada);
    const other = Buffer.from(swapped.bytes);
    other.writeUInt8(other.readUInt8(4) ^ 1, 4);
    await writeObject(objectKeys.upload(uploadId), other, 'application/gzip');
    const verdict = await completed(ada, uploadId);
    expect([verdict.status, verdict.findings.map(({ code }) => code)]).toEqual(['rejected', ['sha256-mismatch']]);
  });

  it('keeps the kind of a module', async () => {
    const ada = await person();
    await publish(ada, 'kind', { kind: 'color-theme' });
    const verdict = await submit(ada, pack(`@${ada.username}/kind`, { kind: 'prompt', version: '2.0.0' }));
    expect([verdict.status, verdict.findings.map(({ code }) => code)]).toEqual(['rejected', ['kind_fixed']]);
    expect((await getModule(ada.username, 'kind', null))?.kind).toBe('color-theme');
  });
});
