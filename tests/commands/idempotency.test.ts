import { beforeAll, describe, expect, it } from 'vitest';
import * as collections from '@/app/api/v1/collections/route';
import * as module from '@/app/api/v1/modules/[namespace]/[name]/route';
import * as star from '@/app/api/v1/modules/[namespace]/[name]/star/route';
import * as uploads from '@/app/api/v1/uploads/route';
import { answerOnce } from '@/lib/idempotency/commands';
import { readIdempotencyKey } from '@/lib/idempotency/rules';
import { CollectionModel } from '@/models/collection';
import { IdempotencyRecordModel } from '@/models/idempotency-record';
import { StarModel } from '@/models/star';
import { UploadModel } from '@/models/upload';
import type { Actor } from '@/types/actor';
import { announced, pack, person, publish, refusalOf } from '../support/builders';
import { onOwnDatabase } from '../support/database';
import { call, tokenOf } from '../support/rest';

process.env.RATE_LIMIT_SCALE = '1000';
onOwnDatabase();

const AT_ONCE = 50;
let ada: Actor;
let token: string;

beforeAll(async () => {
  ada = await person();
  token = await tokenOf(ada);
});

const keyed = (key: string) => ({ 'idempotency-key': key });
const begin = (key: string, title: string, as = token) =>
  call(collections.POST, {}, { method: 'POST', token: as, body: { title }, headers: keyed(key) });

describe('a write with a key', () => {
  it('sent by fifty at once happens once; the others wait or are told the same', async () => {
    const packed = announced(pack(`@${ada.username}/raced`));
    const send = () => call(uploads.POST, {}, { method: 'POST', token, body: packed, headers: keyed('"race"') });
    const answers = await Promise.all(Array.from({ length: AT_ONCE }, send));
    const made = answers.filter(({ status }) => status === 201);
    const waiting = answers.filter(({ status, body }) => status === 409 && body.code === 'idempotency_in_flight');
    expect(made.length + waiting.length).toBe(AT_ONCE);
    expect(made.filter(({ headers }) => !headers.has('idempotency-replayed'))).toHaveLength(1);
    expect(new Set(made.map(({ body }) => body.uploadId)).size).toBe(1);
    for (const { headers } of waiting) expect(headers.get('retry-after')).toBe('1');
    expect(await UploadModel.countDocuments({ userId: ada.userId, name: 'raced' })).toBe(1);
    const [first] = made;
    const late = await send();
    expect([late.status, late.body, late.headers.get('idempotency-replayed')]).toEqual([201, first?.body, 'true']);
    expect(late.headers.get('ratelimit')).toBeTruthy();
  });

  it('is answered the same again, refusals too, and without a body where there was none', async () => {
    expect((await begin('once', 'Once')).status).toBe(201);
    const again = await begin('once', 'Once');
    expect([again.status, again.body]).toEqual([201, { owner: ada.username, slug: 'once' }]);
    const refused = await begin('twice', 'Once');
    expect([refused.status, (await begin('twice', 'Once')).body]).toEqual([409, refused.body]);
    await publish(ada, 'starred');
    const at = { namespace: ada.username, name: 'starred' };
    for (const replayed of [null, 'true']) {
      const { status, headers } = await call(star.PUT, at, { method: 'PUT', token, headers: keyed('star') });
      expect([status, headers.get('idempotency-replayed')]).toEqual([204, replayed]);
    }
    expect(await StarModel.countDocuments({ userId: ada.userId })).toBe(1);
  });

  it('is refused for another body, another method and another address', async () => {
    await begin('mine', 'Mine');
    expect((await begin('mine', 'Other')).body.code).toBe('idempotency_mismatch');
    const at = { namespace: ada.username, name: 'starred' };
    const other = await call(module.PATCH, at, {
      method: 'PATCH',
      token,
      body: { title: 'Mine' },
      headers: keyed('mine'),
    });
    expect([other.status, other.body.code]).toEqual([422, 'idempotency_mismatch']);
    expect(await CollectionModel.countDocuments({ owner: ada.username, title: 'Other' })).toBe(0);
  });

  it('belongs to its caller', async () => {
    const eve = await person();
    await begin('shared', 'Shared');
    const hers = await begin('shared', 'Shared', await tokenOf(eve));
    expect([hers.status, hers.body.owner]).toEqual([201, eve.username]);
  });

  it.each(['', ' ', '""', '"a', 'a b', 'a,b', 'ä', 'x'.repeat(256), '"a"; x=1'])(
    'with the key <%s> is refused',
    async (key) => {
      expect(() => readIdempotencyKey(key)).toThrow('not valid');
      if (/^[\x20-\x7e]*$/.test(key))
        expect((await begin(key, 'Never')).body.errors).toMatchObject([{ path: 'Idempotency-Key' }]);
      expect(await CollectionModel.countDocuments({ title: 'Never' })).toBe(0);
    },
  );
});

describe('a key', () => {
  const named = (key: string) => ({ caller: ada.userId, key, fingerprint: 'f' });
  const answer = (status: number) => ({ status, contentType: null, body: '' });
  const outlive = (key: string, change: object) =>
    IdempotencyRecordModel.updateOne({ caller: ada.userId, key }, { $set: change });

  it('whose process died is free again when the lease has run out, for one of those who come', async () => {
    const dead = new Promise<never>(() => {});
    void answerOnce(named('crash'), () => dead);
    await expect.poll(() => IdempotencyRecordModel.exists({ key: 'crash' })).not.toBeNull();
    expect(await refusalOf(answerOnce(named('crash'), async () => answer(200)))).toBe('idempotency_in_flight');
    await outlive('crash', { 'lease.until': new Date() });
    let runs = 0;
    const run = async () => {
      runs += 1;
      return answer(201);
    };
    const all = await Promise.all(Array.from({ length: AT_ONCE }, () => refusalOf(answerOnce(named('crash'), run))));
    expect([runs, new Set(all).size <= 2]).toEqual([1, true]);
    expect((await answerOnce(named('crash'), run)).answer.status).toBe(201);
  });

  it('is not used up by a failure that passes', async () => {
    for (const status of [500, 503, 429]) await answerOnce(named('fails'), async () => answer(status));
    await expect(answerOnce(named('fails'), async () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await answerOnce(named('fails'), async () => answer(204))).toMatchObject({ isReplay: false });
    expect(await answerOnce(named('fails'), async () => answer(500))).toMatchObject({
      isReplay: true,
      answer: answer(204),
    });
  });

  it('is as good as new after a day, even before the database forgets it', async () => {
    await answerOnce(named('old'), async () => answer(200));
    await outlive('old', { expiresAt: new Date() });
    const fresh = await answerOnce({ ...named('old'), fingerprint: 'g' }, async () => answer(201));
    expect(fresh).toMatchObject({ isReplay: false, answer: { status: 201 } });
  });

  it('is forgotten by the database itself', async () => {
    const indexes = await IdempotencyRecordModel.collection.indexes();
    expect(indexes).toContainEqual(expect.objectContaining({ key: { expiresAt: 1 }, expireAfterSeconds: 0 }));
  });
});
