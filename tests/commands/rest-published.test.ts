import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as collectionItem from '@/app/api/v1/collections/[owner]/[slug]/items/[namespace]/[name]/route';
import * as collectionManifest from '@/app/api/v1/collections/[owner]/[slug]/manifest/route';
import * as collection from '@/app/api/v1/collections/[owner]/[slug]/route';
import * as collections from '@/app/api/v1/collections/route';
import * as deviceCode from '@/app/api/v1/device/code/route';
import * as deviceToken from '@/app/api/v1/device/token/route';
import * as me from '@/app/api/v1/me/route';
import * as module from '@/app/api/v1/modules/[namespace]/[name]/route';
import * as star from '@/app/api/v1/modules/[namespace]/[name]/star/route';
import * as download from '@/app/api/v1/modules/[namespace]/[name]/versions/[version]/download/route';
import * as version from '@/app/api/v1/modules/[namespace]/[name]/versions/[version]/route';
import * as yank from '@/app/api/v1/modules/[namespace]/[name]/versions/[version]/yank/route';
import * as versions from '@/app/api/v1/modules/[namespace]/[name]/versions/route';
import * as modules from '@/app/api/v1/modules/route';
import * as openapi from '@/app/api/v1/openapi.json/route';
import * as suggest from '@/app/api/v1/suggest/route';
import * as complete from '@/app/api/v1/uploads/[id]/complete/route';
import * as upload from '@/app/api/v1/uploads/[id]/route';
import * as uploads from '@/app/api/v1/uploads/route';
import * as user from '@/app/api/v1/users/[username]/route';
import { decideDevice } from '@/lib/devices/commands';
import { ERRORS } from '@/lib/errors';
import { OPERATIONS } from '@/lib/http/operations';
import { problemsOf } from '@/lib/http/problems-of';
import { backgroundSettled } from '@/lib/infra/background';
import { manifestSchema } from '@/lib/manifest/schema';
import type { StartedUpload } from '@/lib/versions/commands';
import type { Actor } from '@/types/actor';
import { KIND_KEYS, MODULE_KINDS } from '@/types/module-kind';
import { announced, pack, person, publish, put } from '../support/builders';
import { onOwnDatabase } from '../support/database';
import { seen } from '../support/published';
import { call, tokenOf } from '../support/rest';

process.env.RATE_LIMIT_SCALE = '1000';
onOwnDatabase();

const GRANT = 'urn:ietf:params:oauth:grant-type:device_code';
let ada: Actor;
let token: string;
let ref: { namespace: string; name: string; version: string };

beforeAll(async () => {
  ada = await person();
  token = await tokenOf(ada);
  for (const kind of MODULE_KINDS) await publish(ada, kind, { kind, files: { 'README.md': '# Sample\n' } });
  ref = { namespace: ada.username, name: 'prompt', version: '1.0.0' };
});

/** `call` holds each answer against the document by itself; what stands here is what the document cannot say. */
describe('every answer is as published', () => {
  it.each(MODULE_KINDS)('for a module of the kind %s', async (kind) => {
    const at = { namespace: ada.username, name: kind, version: '1.0.0' };
    const found = await call(module.GET, at, { token });
    const objects = Object.values(KIND_KEYS).filter((key) => key in found.body);
    expect([found.status, objects]).toEqual([200, [KIND_KEYS[kind]]]);
    const one = await call(version.GET, at, {});
    expect(manifestSchema.safeParse(one.body.manifest).success).toBe(true);
    expect([one.body.sha256, one.body.size]).toEqual([found.body.sha256, found.body.sizeBytes]);
  });

  it('for lists and suggestions', async () => {
    expect((await call(modules.GET, {}, { query: '?limit=3' })).body.items).toHaveLength(3);
    expect((await call(modules.GET, {}, { query: `?q=zzzzqqqq&kind=prompt` })).body.looser).toBeDefined();
    expect((await call(modules.GET, {}, { query: '?cursor=x' })).status).toBe(400);
    expect((await call(suggest.GET, {}, { query: '?q=pro' })).status).toBe(200);
    expect((await call(suggest.GET, {}, { query: '?q=pro&limit=2' })).status).toBe(400);
    expect((await call(versions.GET, ref, { query: '?limit=1' })).body).toMatchObject({ nextCursor: null });
    expect((await call(versions.GET, { ...ref, name: 'absent' })).status).toBe(404);
    expect((await call(openapi.GET, {})).body).toMatchObject({ openapi: '3.1.0' });
  });

  it('for a version that is yanked, read, pinned and restored', async () => {
    const reason = 'It eats files.';
    expect((await call(yank.POST, ref, { method: 'POST', token, body: { reason } })).status).toBe(200);
    expect((await call(version.GET, ref)).body).toMatchObject({ yanked: { reason, at: expect.any(String) } });
    expect((await call(module.GET, ref)).body.versions).toMatchObject([{ version: '1.0.0', yanked: { reason } }]);
    const refused = await call(download.GET, ref);
    expect([refused.status, refused.body]).toMatchObject([
      410,
      { code: 'yanked', detail: expect.stringContaining(reason) },
    ]);
    const headers = { accept: 'application/json' };
    const pinned = await call(download.GET, ref, { query: '?yanked=allow', headers });
    expect([pinned.status, pinned.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
    expect((await call(download.GET, ref, { query: '?yanked=allow' })).status).toBe(307);
    expect((await call(download.GET, ref, { query: '?yanked=yes' })).status).toBe(400);
    expect((await call(yank.DELETE, ref, { method: 'DELETE', token })).status).toBe(200);
    const restored = await call(download.GET, ref);
    expect([restored.status, restored.headers.get('etag')]).toEqual([307, expect.stringMatching(/^".+"$/)]);
  });

  it('for stars and listings', async () => {
    expect((await call(star.PUT, ref, { method: 'PUT', token })).status).toBe(204);
    expect((await call(star.DELETE, ref, { method: 'DELETE', token })).status).toBe(204);
    expect((await call(star.PUT, { ...ref, name: 'absent' }, { method: 'PUT', token })).status).toBe(404);
    expect((await call(star.DELETE, { ...ref, name: 'absent' }, { method: 'DELETE', token })).status).toBe(404);
    const deprecated = { reason: 'Old.', replacement: '@ada/new' };
    const patched = await call(module.PATCH, ref, { method: 'PATCH', token, body: { deprecated } });
    expect(patched.body).toMatchObject({ deprecated });
    expect((await call(module.PATCH, ref, { method: 'PATCH', token, body: { kind: 'script' } })).status).toBe(400);
  });

  it('for an upload on its way, published and rejected', async () => {
    const good = pack(`@${ada.username}/sent`);
    const bad = pack(`@${ada.username}/sent`, { version: '2.0.0', manifest: { name: '@somebody/else' } });
    for (const [packed, end] of [
      [good, 'published'],
      [bad, 'rejected'],
    ] as const) {
      const started = await call(uploads.POST, {}, { method: 'POST', token, body: announced(packed) });
      const link = started.body as unknown as StartedUpload;
      const at = { id: link.uploadId };
      expect((await call(upload.GET, at, { token })).body.status).toBe('uploading');
      const early = await call(complete.POST, at, { method: 'POST', token });
      expect([early.status, early.body.code]).toEqual([409, 'upload_missing']);
      await put(link, packed.bytes);
      expect((await call(complete.POST, at, { method: 'POST', token })).status).toBe(202);
      await backgroundSettled();
      expect((await call(upload.GET, at, { token })).body).toMatchObject({ status: end });
    }
    expect((await call(upload.GET, { id: 'upl_none' }, { token })).status).toBe(404);
    const taken = await call(uploads.POST, {}, { method: 'POST', token, body: announced(good) });
    expect(taken.body.code).toBe('version_exists');
  });

  it('for collections from their beginning to their end', async () => {
    const at = { owner: ada.username, slug: 'evenings' };
    const item = { ...at, namespace: ada.username, name: 'color-theme' };
    const make = (body: object) => call(collections.POST, {}, { method: 'POST', token, body });
    expect(await make({ title: 'Evenings' })).toMatchObject({ status: 201, body: at });
    expect((await make({ title: 'Evenings' })).body.code).toBe('collection_exists');
    expect((await call(collectionItem.PUT, item, { method: 'PUT', token })).status).toBe(204);
    expect((await call(collectionItem.PUT, item, { method: 'PUT', token, body: { note: 'Mine.' } })).status).toBe(204);
    expect((await call(collection.GET, at)).body.items).toMatchObject([{ note: 'Mine.' }]);
    const manifest = await call(collectionManifest.GET, at);
    expect(manifestSchema.safeParse(manifest.body).error?.issues ?? []).toEqual([]);
    expect((await call(collections.GET, {}, { token })).body.items).toMatchObject([{ slug: 'evenings', count: 1 }]);
    expect((await call(collections.GET, {}, { token, query: '?limit=0' })).status).toBe(400);
    const patched = await call(collection.PATCH, at, { method: 'PATCH', token, body: { visibility: 'private' } });
    expect(patched.status).toBe(200);
    expect([(await call(collection.GET, at)).status, (await call(collectionManifest.GET, at)).status]).toEqual([
      404, 404,
    ]);
    for (const [handler, params] of [
      [collectionItem.PUT, { ...item, name: 'absent' }],
      [collectionItem.DELETE, { ...item, slug: 'absent' }],
      [collection.DELETE, { ...at, slug: 'absent' }],
    ] as const)
      expect((await call(handler, params, { method: 'PUT', token })).status).toBe(404);
    const untitled = await call(collection.PATCH, at, { method: 'PATCH', token, body: { title: '' } });
    expect(untitled.status).toBe(400);
    expect((await call(collectionItem.DELETE, item, { method: 'DELETE', token })).status).toBe(204);
    expect((await call(collection.DELETE, at, { method: 'DELETE', token })).status).toBe(204);
  });

  it('for people', async () => {
    expect((await call(me.GET, {}, { token })).body).toMatchObject({ username: ada.username });
    expect((await call(me.GET, {})).body.code).toBe('unauthenticated');
    expect((await call(me.GET, {}, { token, query: '?x=1' })).body.errors).toMatchObject([{ path: 'x' }]);
    expect((await call(user.GET, { username: ada.username })).status).toBe(200);
    expect((await call(user.GET, { username: 'nobody-here' })).status).toBe(404);
  });

  it('for a device', async () => {
    const begun = await call(deviceCode.POST, {}, { method: 'POST', body: { client_name: 'test' } });
    expect(begun.body).toMatchObject({ expires_in: 900, interval: 5 });
    expect((await call(deviceCode.POST, {}, { method: 'POST', body: { name: 'x' } })).body.error).toBe(
      'invalid_request',
    );
    const ask = (device_code: unknown) =>
      call(deviceToken.POST, {}, { method: 'POST', body: { grant_type: GRANT, device_code } });
    expect((await ask(begun.body.device_code)).body).toMatchObject({ code: 'authorization_pending' });
    await decideDevice({ user_code: String(begun.body.user_code), decision: 'approve' }, ada);
    expect((await ask(begun.body.device_code)).body).toMatchObject({ token_type: 'Bearer', scope: 'read' });
    expect((await ask('unknown')).body).toMatchObject({ code: 'invalid_grant', error: 'invalid_grant' });
  });

  it('for a token that does not hold, whatever it is sent to', async () => {
    const routes = [collection, collectionItem, collectionManifest, collections, complete, deviceCode, deviceToken];
    const others = [
      download,
      me,
      module,
      modules,
      openapi,
      star,
      suggest,
      upload,
      uploads,
      user,
      version,
      versions,
      yank,
    ];
    const handlers = [...routes, ...others]
      .flatMap((each) => Object.values(each))
      .flatMap((handler) => ('operation' in handler ? [handler] : []));
    expect(handlers).toHaveLength(OPERATIONS.length);
    for (const handler of handlers) {
      const { method, id } = handler.operation;
      const { status, body } = await call(
        handler,
        { ...ref, owner: ada.username, slug: 'x', id: 'x' },
        { method, token: 'dk_x' },
      );
      expect([id, status, body.code]).toEqual([id, 401, 'invalid_token']);
    }
  });

  it('for a method that an address does not take, which the document does not have', async () => {
    const at = new Request(`http://localhost:3000/api/v1/modules/${ref.namespace}/prompt`, { method: 'POST' });
    const answer = await module.POST(at, { params: Promise.resolve({}) });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, PATCH']);
    expect(answer.headers.get('ratelimit')).toMatch(/^"anonymousRead"/);
    expect(await answer.json()).toMatchObject({
      code: 'method_not_allowed',
      detail: 'This address takes GET, PATCH only.',
    });
  });

  it('for one who has it already', async () => {
    for (const handler of [modules.GET, openapi.GET]) {
      const etag = (await call(handler, {})).headers.get('etag') ?? '';
      expect((await call(handler, {}, { headers: { 'if-none-match': etag } })).status).toBe(304);
    }
  });
});

it('no operation is left out: each has answered as it does when all is well, and with a problem', () => {
  const expected = OPERATIONS.map(({ id, status }) => [id, true, true, status]);
  const found = OPERATIONS.map(({ id, status }) => {
    const statuses = seen.get(id) ?? new Set();
    return [id, statuses.has(status), [...statuses].some((one) => one >= 400), status];
  });
  expect(found).toEqual(expected);
});

afterAll(() => {
  const described = OPERATIONS.flatMap((operation) => problemsOf(operation).map((code) => ERRORS[code][0]));
  console.log(`answers: ${seen.size} operations; ${new Set(described).size} statuses of problems are described`);
});
