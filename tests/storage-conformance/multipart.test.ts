import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  ListPartsCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { outcome, sizeOf, targets } from './targets';

const MIN_PART = 5 * 1024 * 1024;

describe.each(targets)('multipart uploads to $name', (target) => {
  const begin = async () => {
    const ids = { Bucket: target.bucket, Key: target.fresh() };
    const { UploadId } = await target.client.send(
      new CreateMultipartUploadCommand({ ...ids, ContentType: 'text/x-parts' }),
    );
    return { ...ids, UploadId: UploadId ?? '' };
  };
  type Upload = Awaited<ReturnType<typeof begin>>;
  const part = async (upload: Upload, PartNumber: number, Body: Uint8Array) => {
    const { ETag } = await target.client.send(new UploadPartCommand({ ...upload, PartNumber, Body }));
    return { PartNumber, ETag: ETag ?? '' };
  };
  const complete = (upload: Upload, Parts: { PartNumber: number; ETag: string }[]) =>
    target.client.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts } }));

  test('parts become one object, in the order of their numbers', async () => {
    const upload = await begin();
    const second = await part(upload, 2, Buffer.from('end'));
    const first = await part(upload, 1, Buffer.alloc(MIN_PART, 'x'));
    expect(await sizeOf(target, upload.Key)).toBeNull();
    const { Parts } = await target.client.send(new ListPartsCommand(upload));
    expect(Parts?.map(({ PartNumber, Size }) => [PartNumber, Size])).toEqual([
      [1, MIN_PART],
      [2, 3],
    ]);
    const { ETag } = await complete(upload, [first, second]);
    expect(ETag).toMatch(/^"[0-9a-f]{32}-2"$/);
    const read = await target.client.send(new GetObjectCommand({ Bucket: upload.Bucket, Key: upload.Key }));
    expect(read).toMatchObject({ ContentLength: MIN_PART + 3, ContentType: 'text/x-parts' });
    expect((await read.Body?.transformToString())?.slice(-4)).toBe('xend');
    expect(await outcome(part(upload, 3, Buffer.from('late')))).toBe('NoSuchUpload');
  });

  test('wrong lists of parts are refused', async () => {
    const upload = await begin();
    const first = await part(upload, 1, Buffer.from('small'));
    const second = await part(upload, 2, Buffer.from('end'));
    expect(await outcome(complete(upload, [second, first]))).toBe('InvalidPartOrder');
    expect(await outcome(complete(upload, [first, { PartNumber: 3, ETag: first.ETag }]))).toMatch(
      /InvalidPart|EntityTooSmall/,
    );
    expect(await outcome(complete(upload, [first, second]))).toBe('EntityTooSmall');
    expect(await sizeOf(target, upload.Key)).toBeNull();
  });

  test('an aborted upload is gone', async () => {
    const upload = await begin();
    const only = await part(upload, 1, Buffer.from('all'));
    await target.client.send(new AbortMultipartUploadCommand(upload));
    expect(await outcome(complete(upload, [only]))).toBe('NoSuchUpload');
  });
});
