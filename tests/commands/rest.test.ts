import { beforeAll, describe, expect, it } from 'vitest';
import * as collectionItem from '@/app/api/v1/collections/[owner]/[slug]/items/[namespace]/[name]/route';
import * as collection from '@/app/api/v1/collections/[owner]/[slug]/route';
import * as collections from '@/app/api/v1/collections/route';
import * as me from '@/app/api/v1/me/route';
import * as module from '@/app/api/v1/modules/[namespace]/[name]/route';
import * as star from '@/app/api/v1/modules/[namespace]/[name]/star/route';
import * as download from '@/app/api/v1/modules/[namespace]/[name]/versions/[version]/download/route';
import * as version from '@/app/api/v1/modules/[namespace]/[name]/versions/[version]/route';
import * as yank from '@/app/api/v1/modules/[namespace]/[name]/versions/[version]/yank/route';
import * as versions from '@/app/api/v1/modules/[namespace]/[name]/versions/route';
import * as modules from '@/app/api/v1/modules/route';
import * as suggest from '@/app/api/v1/suggest/route';
import * as complete from '@/app/api/v1/uploads/[id]/complete/route';
import * as upload from '@/app/api/v1/uploads/[id]/route';
import * as uploads from '@/app/api/v1/uploads/route';
import * as user from '@/app/api/v1/users/[username]/route';
import { backgroundSettled } from '@/lib/infra/background';
import type { StartedUpload } from '@/lib/versions/commands';
import type { Actor } from '@/types/actor';
import { announced, pack, person, publish, put, sha256Of } from '../support/builders';
import { onOwnDatabase } from '../support/database';
import { call, tokenOf } from '../support/rest';

onOwnDatabase();

let ada: Actor;
let token: string;
let eves: string;

beforeAll(async () => {
  process.env.RATE_LIMIT_SCALE = '1000';
  const eve = await person();
  ada = await person();
  [token, eves] = await Promise.all([tokenOf(ada), tokenOf(eve)]);
  await publish(ada, 'open');
  await publish(ada, 'closed', { visibility: 'private' });
});

const open = () => ({ namespace: ada.username, name: 'open', version: '1.0.0' });
const closed = () => ({ namespace: ada.username, name: 'closed', version: '1.0.0' });

describe('publishing through the API', () => {
  it('goes from 201 over 202 to published, and a second time is a conflict', async () => {
    const packed = pack(`@${ada.username}/remote`);
    const started = await call(uploads.POST, {}, { method: 'POST', token, body: announced(packed) });
    expect(started).toMatchObject({ status: 201, body: { method: 'PUT', expiresAt: expect.any(String) } });
    const link = started.body as unknown as StartedUpload;
    expect(await put(link, packed.bytes)).toBe(200);
    const params = { id: link.uploadId };
    const taken = await call(complete.POST, params, { method: 'POST', token });
    expect([taken.status, taken.body]).toEqual([202, { uploadId: link.uploadId, status: 'verifying' }]);
    await backgroundSettled();
    const state = await call(upload.GET, params, { token });
    expect(state.body).toMatchObject({ status: 'published', findings: [], version: '1.0.0' });
    const again = await call(uploads.POST, {}, { method: 'POST', token, body: announced(packed) });
    expect([again.status, again.body.code]).toEqual([409, 'version_exists']);
    expect(again.body.errors).toEqual([expect.objectContaining({ path: 'version' })]);
    const ref = { namespace: ada.username, name: 'remote', version: '1.0.0' };
    const json = await call(download.GET, ref, { token, headers: { accept: 'application/json' } });
    const bytes = new Uint8Array(await (await fetch(String(json.body.url))).arrayBuffer());
    expect([json.body.sha256, sha256Of(bytes), json.body.size]).toEqual([
      packed.sha256,
      packed.sha256,
      bytes.byteLength,
    ]);
  });

  it('redirects to the bytes with 307, and lets nobody cache the way', async () => {
    const answer = await call(download.GET, open(), { token });
    expect(answer.status).toBe(307);
    expect(answer.headers.get('location')).toContain('X-Amz-Signature=');
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
  });
});

describe('a bad request', () => {
  const post = (options: object) => call(uploads.POST, {}, { method: 'POST', token, ...options });
  it.each([
    ['no body', {}, 400],
    ['half a JSON', { raw: '{"name":' }, 400],
    ['a list', { body: [] }, 400],
    ['null', { raw: 'null' }, 400],
    ['an unknown field', { body: { ...announced(pack('@a/b')), status: 'published' } }, 400],
    ['64 KiB and one byte', { raw: `"${'x'.repeat(64 * 1024)}"` }, 413],
  ])('with %s is refused as a problem', async (_, options, status) => {
    const answer = await post(options);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.body).toMatchObject({ status, code: expect.any(String), detail: expect.any(String) });
  });

  it.each([
    ['?limit=0', 'limit'],
    ['?limit=101', 'limit'],
    ['?limit=2.5', 'limit'],
    ['?limit=x', 'limit'],
    ['?limit=5&limit=6', 'limit'],
    ['?sort=best', 'sort'],
    ['?kind=theme', 'kind'],
    ['?name[$ne]=x', 'name[$ne]'],
    ['?q[$gt]=', 'q[$gt]'],
    ['?page=2', 'page'],
    ['?tag=a%20b', 'tag'],
    [`?q=${'x'.repeat(201)}`, 'q'],
    ['?cursor=', 'cursor'],
    ['?cursor=abc', 'cursor'],
  ])('for modules%s is refused by name', async (query, path) => {
    const { status, body } = await call(modules.GET, {}, { token, query });
    expect([status, body.errors]).toEqual([400, [expect.objectContaining({ path })]]);
  });
});

describe('who calls', () => {
  it('must say so for a write, with a token that holds', async () => {
    const body = announced(pack(`@${ada.username}/x`));
    const attempt = (options: object) => call(uploads.POST, {}, { method: 'POST', body, ...options });
    expect((await attempt({})).body.code).toBe('unauthenticated');
    for (const authorization of ['Bearer', 'Bearer ', `Basic ${token}`, token, `Bearer ${token}x`, 'Bearer dk_x'])
      expect([authorization, (await attempt({ headers: { authorization } })).body.code]).toEqual([
        authorization,
        'invalid_token',
      ]);
    expect((await attempt({ query: `?token=${token}` })).body.code).toBe('unauthenticated');
    expect((await attempt({})).headers.get('www-authenticate')).toBe('Bearer');
  });

  it('may do what the token is for, and nothing else', async () => {
    const reader = await tokenOf(ada, ['read']);
    const publisher = await tokenOf(ada, ['publish']);
    const code = async (handler: unknown, params: Record<string, string>, as: string, options: object) =>
      (await call(handler, params, { token: as, ...options })).body.code;
    expect(await code(star.PUT, open(), reader, { method: 'PUT' })).toBe('scope_missing');
    expect(await code(yank.POST, open(), reader, { method: 'POST', body: { reason: 'x' } })).toBe('scope_missing');
    expect(await code(module.PATCH, open(), publisher, { method: 'PATCH', body: { title: 'x' } })).toBe(
      'scope_missing',
    );
    expect(await code(modules.GET, {}, publisher, {})).toBe('scope_missing');
    expect((await call(me.GET, {}, { token: reader })).body).toMatchObject({
      username: ada.username,
      scopes: ['read'],
    });
  });

  it('learns of another person’s private things only that there is nothing', async () => {
    const desk = { owner: ada.username, slug: 'hidden' };
    await call(collections.POST, {}, { method: 'POST', token, body: { title: 'Hidden', visibility: 'private' } });
    const { uploadId } = (
      await call(uploads.POST, {}, { method: 'POST', token, body: announced(pack(`@${ada.username}/y`)) })
    ).body as unknown as StartedUpload;
    const calls: [string, unknown, Record<string, string>, object][] = [
      ['module', module.GET, closed(), {}],
      ['versions', versions.GET, closed(), {}],
      ['version', version.GET, closed(), {}],
      ['download', download.GET, closed(), {}],
      ['change', module.PATCH, closed(), { method: 'PATCH', body: { title: 'x' } }],
      ['star', star.PUT, closed(), { method: 'PUT' }],
      ['unstar', star.DELETE, closed(), { method: 'DELETE' }],
      ['yank', yank.POST, closed(), { method: 'POST', body: { reason: 'x' } }],
      ['restore', yank.DELETE, closed(), { method: 'DELETE' }],
      ['upload', upload.GET, { id: uploadId }, {}],
      ['complete', complete.POST, { id: uploadId }, { method: 'POST' }],
      ['collection', collection.GET, desk, {}],
      ['change of a collection', collection.PATCH, desk, { method: 'PATCH', body: { title: 'x' } }],
      ['removal of a collection', collection.DELETE, desk, { method: 'DELETE' }],
      ['item', collectionItem.PUT, { ...desk, ...open() }, { method: 'PUT' }],
    ];
    for (const [what, handler, params, options] of calls) {
      const { status, body } = await call(handler, params, { token: eves, ...options });
      expect([what, status, body.code]).toEqual([what, 404, 'not_found']);
    }
    for (const [handler, query] of [
      [modules.GET, `?author=${ada.username}`],
      [modules.GET, '?q=closed'],
      [suggest.GET, '?q=closed'],
    ] as const)
      expect(JSON.stringify((await call(handler, {}, { token: eves, query })).body)).not.toContain('closed');
    expect(JSON.stringify((await call(user.GET, { username: ada.username }, { token: eves })).body)).not.toContain(
      'closed',
    );
  });
});

describe('an answer', () => {
  it('carries its limits, an ETag, and 304 for who has it', async () => {
    const first = await call(module.GET, open(), { token });
    const etag = first.headers.get('etag') ?? '';
    expect(first.headers.get('ratelimit')).toMatch(/^"tokenRead";r=\d+;t=\d+$/);
    expect(first.headers.get('ratelimit-policy')).toMatch(/^"tokenRead";q=\d+;w=60$/);
    expect(first.headers.get('cache-control')).toBe('private, no-store');
    expect(etag).toMatch(/^"[\w-]+"$/);
    for (const known of [etag, `W/${etag}`, `"x", ${etag}`]) {
      const again = await call(module.GET, open(), { token, headers: { 'if-none-match': known } });
      expect([again.status, again.body]).toEqual([304, {}]);
    }
  });

  it('has the fields of the contract', async () => {
    const { body } = await call(module.GET, open(), { token });
    for (const field of 'namespace name title summary kind version license keywords downloads stars rating publishedAt updatedAt palette versions capabilities writes requires provides dependencies visibility links colorTheme'.split(
      ' ',
    ))
      expect(body).toHaveProperty([field]);
    const one = await call(version.GET, open(), { token });
    for (const field of ['manifest', 'files', 'sha256', 'size']) expect(one.body).toHaveProperty([field]);
    const list = await call(modules.GET, {}, { token, query: '?limit=1' });
    for (const field of ['items', 'nextCursor', 'total', 'facets']) expect(list.body).toHaveProperty([field]);
  });

  it('to a write that changes nothing again is the same', async () => {
    const { PUT, DELETE } = star;
    for (const handler of [PUT, PUT, DELETE, DELETE])
      expect((await call(handler, open(), { method: 'PUT', token: eves })).status).toBe(204);
    expect((await call(module.GET, open(), { token })).body.stars).toBe(0);
  });
});
