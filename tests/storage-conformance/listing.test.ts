import { ListObjectsV2Command, type ListObjectsV2CommandInput } from '@aws-sdk/client-s3';
import { beforeAll, describe, expect, test } from 'vitest';
import { stored, targets } from './targets';

const NAMES = ['a', 'a/1', 'a/2', 'b/1', 'b/2/3', 'c', 'z ü'];

describe.each(targets)('lists of $name', (target) => {
  const prefix = target.fresh('');
  const list = (more: Partial<ListObjectsV2CommandInput> = {}) =>
    target.client.send(new ListObjectsV2Command({ Bucket: target.bucket, Prefix: prefix, ...more }));
  const names = async (more: Partial<ListObjectsV2CommandInput> = {}) =>
    (await list(more)).Contents?.map(({ Key }) => Key?.slice(prefix.length)) ?? [];

  beforeAll(async () => {
    for (const name of NAMES) await stored(target, name, prefix + name);
  });

  test('all keys below a prefix, in the order of their bytes', async () => {
    expect(await names()).toEqual(NAMES);
    expect(await list()).toMatchObject({ KeyCount: NAMES.length, IsTruncated: false });
    expect((await list()).Contents?.[1]).toMatchObject({ Size: 3, ETag: expect.stringMatching(/^"[0-9a-f]{32}"$/) });
  });

  test('pages join without a gap or a double', async () => {
    const found: (string | undefined)[] = [];
    let ContinuationToken: string | undefined;
    do {
      const page = await list({ MaxKeys: 2, ...(ContinuationToken ? { ContinuationToken } : {}) });
      found.push(...(page.Contents ?? []).map(({ Key }) => Key?.slice(prefix.length)));
      ContinuationToken = page.NextContinuationToken;
    } while (ContinuationToken);
    expect(found).toEqual(NAMES);
  });

  test('a delimiter rolls up what lies below it', async () => {
    const { Contents, CommonPrefixes } = await list({ Delimiter: '/' });
    expect(Contents?.map(({ Key }) => Key?.slice(prefix.length))).toEqual(['a', 'c', 'z ü']);
    expect(CommonPrefixes?.map(({ Prefix }) => Prefix?.slice(prefix.length))).toEqual(['a/', 'b/']);
  });

  test('after a name, and none', async () => {
    expect(await names({ StartAfter: `${prefix}b/1` })).toEqual(['b/2/3', 'c', 'z ü']);
    expect(await names({ Prefix: `${prefix}none` })).toEqual([]);
  });
});
