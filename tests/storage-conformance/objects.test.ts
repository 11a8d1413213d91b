import {
  CopyObjectCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  type GetObjectCommandInput,
  HeadBucketCommand,
  HeadObjectCommand,
  PutObjectCommand,
  type PutObjectCommandInput,
} from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { outcome, sha256Base64, sizeOf, stored, targets } from './targets';

describe.each(targets)('objects of $name', (target) => {
  const { client, bucket: Bucket } = target;
  const put = (Key: string, Body: string, more: Partial<PutObjectCommandInput> = {}) =>
    client.send(new PutObjectCommand({ Bucket, Key, Body, ...more }));
  const get = async (Key: string, more: Partial<GetObjectCommandInput> = {}) => {
    const answer = await client.send(new GetObjectCommand({ Bucket, Key, ...more }));
    return { ...answer, text: (await answer.Body?.transformToString()) ?? '' };
  };

  test('the bucket is there', async () => {
    expect((await client.send(new HeadBucketCommand({ Bucket }))).$metadata.httpStatusCode).toBe(200);
  });

  test('what is written is read, with its description', async () => {
    const key = target.fresh();
    await put(key, 'text', {
      ContentType: 'text/css',
      CacheControl: 'no-cache',
      Metadata: { a: 'b' },
      ContentDisposition: 'inline',
    });
    expect(await get(key)).toMatchObject({
      text: 'text',
      ContentType: 'text/css',
      CacheControl: 'no-cache',
      ContentDisposition: 'inline',
      ContentLength: 4,
      Metadata: { a: 'b' },
      ETag: '"1cb251ec0d568de6a929b520c4aed8d1"',
    });
    const head = await client.send(new HeadObjectCommand({ Bucket, Key: key }));
    expect(head).toMatchObject({ ContentLength: 4, ContentType: 'text/css' });
    expect(Math.abs((head.LastModified?.getTime() ?? 0) - Date.now())).toBeLessThan(60_000);
  });

  test('a checksum given is kept and given back', async () => {
    const key = target.fresh();
    await put(key, 'text', { ChecksumAlgorithm: 'SHA256' });
    const head = await client.send(new HeadObjectCommand({ Bucket, Key: key, ChecksumMode: 'ENABLED' }));
    expect(head.ChecksumSHA256).toBe(sha256Base64('text'));
  });

  test.each([
    ['bytes=0-3', '0123', 'bytes 0-3/10'],
    ['bytes=7-', '789', 'bytes 7-9/10'],
    ['bytes=-2', '89', 'bytes 8-9/10'],
    ['bytes=5-500', '56789', 'bytes 5-9/10'],
  ])('range %s', async (Range, text, ContentRange) => {
    const key = await stored(target, '0123456789');
    expect(await get(key, { Range })).toMatchObject({ text, ContentRange, $metadata: { httpStatusCode: 206 } });
  });

  test('a range behind the end is refused', async () => {
    const key = await stored(target, '0123456789');
    expect(await outcome(get(key, { Range: 'bytes=10-' }))).toBe('InvalidRange');
  });

  test('preconditions of reading', async () => {
    const key = await stored(target, 'text');
    const ETag = (await client.send(new HeadObjectCommand({ Bucket, Key: key }))).ETag ?? '';
    expect((await get(key, { IfMatch: ETag })).text).toBe('text');
    expect(await outcome(get(key, { IfMatch: '"other"' }))).toBe('PreconditionFailed');
    const same = await get(key, { IfNoneMatch: ETag }).catch((error) => error);
    expect(same.$metadata.httpStatusCode).toBe(304);
  });

  test('what is absent is said to be absent; removing it is fine', async () => {
    const key = target.fresh();
    expect(await outcome(get(key))).toBe('NoSuchKey');
    expect(await sizeOf(target, key)).toBeNull();
    await client.send(new DeleteObjectCommand({ Bucket, Key: key }));
    const there = await stored(target);
    await client.send(new DeleteObjectCommand({ Bucket, Key: there }));
    expect(await sizeOf(target, there)).toBeNull();
  });

  test('several objects are removed at once', async () => {
    const keys = [await stored(target, 'a', target.fresh('a & <b>')), await stored(target)];
    await client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects: keys.map((Key) => ({ Key })) } }));
    expect(await Promise.all(keys.map((key) => sizeOf(target, key)))).toEqual([null, null]);
  });

  test.each(['naïve ü 日本 🎉.txt', "a b+c&d=e?f#g%h!'()*~", 'dot.', '.hidden', 'x'.repeat(900)])(
    'key %s',
    async (name) => {
      const key = target.fresh(name);
      await put(key, name);
      expect((await get(key)).text).toBe(name);
    },
  );

  test('a key may be the beginning of another', async () => {
    const key = target.fresh('a');
    await put(key, 'short');
    await put(`${key}/b`, 'long');
    expect([(await get(key)).text, (await get(`${key}/b`)).text]).toEqual(['short', 'long']);
  });

  test('an empty object', async () => {
    const key = target.fresh();
    await put(key, '');
    expect(await get(key)).toMatchObject({ text: '', ContentLength: 0 });
  });

  test('a later write replaces, unless told not to', async () => {
    const key = await stored(target, 'old');
    expect(await outcome(put(key, 'new', { IfNoneMatch: '*' }))).toBe('PreconditionFailed');
    expect((await get(key)).text).toBe('old');
    await put(key, 'new');
    expect((await get(key)).text).toBe('new');
  });

  test('a copy is made only of the version that is meant', async () => {
    const key = await stored(target, 'source');
    const CopySource = `${Bucket}/${key}`;
    const ETag = (await client.send(new HeadObjectCommand({ Bucket, Key: key }))).ETag ?? '';
    const copy = (more: object, Key = target.fresh()) =>
      client.send(new CopyObjectCommand({ Bucket, Key, CopySource, ...more })).then(() => Key);
    expect((await get(await copy({ CopySourceIfMatch: ETag }))).text).toBe('source');
    const changed = await copy({ MetadataDirective: 'REPLACE', ContentType: 'text/x-new' });
    expect((await get(changed)).ContentType).toBe('text/x-new');
    await put(key, 'swapped');
    expect(await outcome(copy({ CopySourceIfMatch: ETag }))).toBe('PreconditionFailed');
    expect(await outcome(copy({ CopySource: `${Bucket}/${target.fresh()}` }))).toBe('NoSuchKey');
  });
});
