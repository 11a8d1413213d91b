import { Readable } from 'node:stream';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { outcome, sizeOf, stored, type Target, targets } from './targets';

type HttpRequest = { method: string; path: string; headers: Record<string, string>; body?: unknown };
type Change = (request: HttpRequest) => unknown;

/** A client whose signed requests are changed on their way, behind the signature. */
function tampering(target: Target, change: Change): S3Client {
  const { region, credentials, endpoint } = target.client.config;
  const client = new S3Client({
    region,
    credentials,
    forcePathStyle: true,
    maxAttempts: 1,
    ...(endpoint ? { endpoint } : {}),
  });
  client.middlewareStack.add(
    (next) => (args) => {
      change(args.request as HttpRequest);
      return next(args);
    },
    { step: 'finalizeRequest', priority: 'low', name: 'tamper' },
  );
  return client;
}

const put = (client: S3Client, target: Target, key: string, body: string | Readable, more = {}) =>
  client.send(new PutObjectCommand({ Bucket: target.bucket, Key: key, Body: body, ...more }));

describe.each(targets)('signed requests to $name', (target) => {
  test.each<[string, Change]>([
    ['other bytes', (request) => Object.assign(request, { body: 'THE BYTES' })],
    ['another key', (request) => Object.assign(request, { path: `${request.path}x` })],
    ['another method', (request) => Object.assign(request, { method: 'DELETE' })],
    ['one more header', ({ headers }) => Object.assign(headers, { 'x-amz-meta-a': 'b' })],
    ['a header less', ({ headers }) => Reflect.deleteProperty(headers, 'content-type')],
    ['no payload hash', ({ headers }) => Reflect.deleteProperty(headers, 'x-amz-content-sha256')],
    ['an old date', ({ headers }) => Object.assign(headers, { 'x-amz-date': '20200101T000000Z' })],
    ['no authorization', ({ headers }) => Reflect.deleteProperty(headers, 'authorization')],
    ['a malformed authorization', ({ headers }) => Object.assign(headers, { authorization: 'AWS4-HMAC-SHA256 x' })],
  ])('with %s are refused', async (_, change) => {
    const key = target.fresh();
    const more = { ContentType: 'text/plain' };
    expect(await outcome(put(tampering(target, change), target, key, 'the bytes', more))).not.toBe('fulfilled');
    expect(await sizeOf(target, key)).toBeNull();
  });

  test('signed with another secret are refused', async () => {
    const key = await stored(target);
    const { endpoint, region } = target.client.config;
    const { accessKeyId } = await target.client.config.credentials();
    const thief = new S3Client({
      region,
      forcePathStyle: true,
      credentials: { accessKeyId, secretAccessKey: 'guessed' },
      ...(endpoint ? { endpoint } : {}),
    });
    const read = thief.send(new GetObjectCommand({ Bucket: target.bucket, Key: key }));
    expect(await outcome(read)).toBe('SignatureDoesNotMatch');
  });

  test('a stream of unknown hash arrives with its checksum behind it', async () => {
    const key = target.fresh();
    const pieces = [Buffer.alloc(100_000, 1), Buffer.alloc(70_001, 2)];
    await put(target.client, target, key, Readable.from(pieces), { ContentLength: 170_001 });
    const { Body } = await target.client.send(new GetObjectCommand({ Bucket: target.bucket, Key: key }));
    expect(Buffer.concat(pieces).equals((await Body?.transformToByteArray()) ?? Buffer.alloc(0))).toBe(true);
  });

  test.each<[string, (text: string) => string]>([
    ['a wrong checksum behind it', (text) => text.replace(/(x-amz-checksum-crc32:).*/, '$1AAAAAA==')],
    ['other bytes', (text) => text.replace('the bytes', 'THE BYTES')],
    ['no last chunk', (text) => text.split('\r\n0\r\n')[0] ?? ''],
    ['a chunk longer than it says', (text) => text.replace('the bytes', 'the bytes, and more')],
  ])('a stream with %s is refused', async (_, spoil) => {
    const key = target.fresh();
    const change: Change = (request) => {
      request.body = Readable.from(spoiled(request.body as Readable, spoil));
    };
    const work = put(tampering(target, change), target, key, Readable.from([Buffer.from('the bytes')]), {
      ContentLength: 9,
    });
    expect(await outcome(work)).not.toBe('fulfilled');
    expect(await sizeOf(target, key)).toBeNull();
  });
});

async function* spoiled(body: Readable, spoil: (text: string) => string) {
  const pieces: Buffer[] = [];
  for await (const piece of body) pieces.push(Buffer.from(piece as Uint8Array));
  yield Buffer.from(spoil(Buffer.concat(pieces).toString('latin1')), 'latin1');
}
