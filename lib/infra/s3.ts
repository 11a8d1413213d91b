import 'server-only';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { env } from '@/lib/env';
import { DomainError } from '@/lib/errors';

const holder = globalThis as { dotkitS3?: S3Client };

function client(): S3Client {
  const { S3_REGION, S3_ENDPOINT, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY, S3_FORCE_PATH_STYLE } = env();
  holder.dotkitS3 ??= new S3Client({
    region: S3_REGION,
    ...(S3_ENDPOINT ? { endpoint: S3_ENDPOINT } : {}),
    forcePathStyle: S3_FORCE_PATH_STYLE === 'true' || S3_FORCE_PATH_STYLE === '1',
    credentials: { accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY },
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: 2,
    requestHandler: { connectionTimeout: 2000, requestTimeout: 30_000 },
  });
  return holder.dotkitS3;
}

const inBucket = (Key: string) => ({ Bucket: env().S3_BUCKET, Key });

/** An answer about the object itself (404, 412) is the caller's; silence, 5xx and throttling are an outage. */
async function withStorage<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
    if (status === undefined || status >= 500 || status === 429 || status === 403)
      throw new DomainError('storage_down', {}, { cause: error });
    throw error;
  }
}

const isAbsent = (error: unknown) => {
  const { name, $metadata } = error as { name?: string; $metadata?: { httpStatusCode?: number } };
  return name === 'NotFound' || name === 'NoSuchKey' || $metadata?.httpStatusCode === 404;
};

/** Headers that the presigned PUT signs. The presigner alone would leave type and checksum out. */
export const SIGNED_UPLOAD_HEADERS = [
  'content-length',
  'content-type',
  'host',
  'if-none-match',
  'x-amz-checksum-sha256',
];

export type PresignedPut = { url: string; headers: Record<string, string> };

/** A link for one PUT of exactly these bytes: length, type and sha256 (hex) are signed. */
export async function presignUpload(
  key: string,
  sizeBytes: number,
  sha256: string,
  ttlSeconds: number,
): Promise<PresignedPut> {
  const checksum = Buffer.from(sha256, 'hex').toString('base64');
  const command = new PutObjectCommand({
    ...inBucket(key),
    ContentLength: sizeBytes,
    ContentType: 'application/gzip',
    ChecksumSHA256: checksum,
    IfNoneMatch: '*',
  });
  const url = await getSignedUrl(client(), command, {
    expiresIn: ttlSeconds,
    unhoistableHeaders: new Set(['x-amz-checksum-sha256']),
    signableHeaders: new Set(SIGNED_UPLOAD_HEADERS),
  });
  return {
    url,
    headers: { 'content-type': 'application/gzip', 'if-none-match': '*', 'x-amz-checksum-sha256': checksum },
  };
}

/** Links of the current second. */
const links = { second: 0, signed: new Map<string, Promise<string>>() };

/**
 * A link for GETs of one object as an attachment. `filename` must be plain ASCII without quotes. A signature names the second
 * it was made in, so within one the same link comes out again; signing anew would cost as much as the rest of a download.
 */
export async function presignDownload(key: string, filename: string, ttlSeconds: number): Promise<string> {
  const second = Math.floor(Date.now() / 1000);
  if (links.second !== second) {
    links.second = second;
    links.signed.clear();
  }
  const name = JSON.stringify([key, filename, ttlSeconds]);
  const known = links.signed.get(name) ?? signDownload(key, filename, ttlSeconds);
  links.signed.set(name, known);
  return known;
}

async function signDownload(key: string, filename: string, ttlSeconds: number): Promise<string> {
  const command = new GetObjectCommand({
    ...inBucket(key),
    ResponseContentDisposition: `attachment; filename="${filename}"`,
    ResponseContentType: 'application/gzip',
    ResponseCacheControl: 'private, no-store',
  });
  return getSignedUrl(client(), command, { expiresIn: ttlSeconds });
}

/** Size of an object in bytes, or null when there is none. Throws `storage_down`. */
export async function objectSize(key: string): Promise<number | null> {
  return withStorage(async () => {
    try {
      const head = await client().send(new HeadObjectCommand(inBucket(key)));
      return head.ContentLength ?? 0;
    } catch (error) {
      if (isAbsent(error)) return null;
      throw error;
    }
  });
}

/** Streams an object; null when there is none. Throws `storage_down`, also in the middle of the stream. */
export async function readObject(key: string): Promise<AsyncIterable<Uint8Array> | null> {
  return withStorage(async () => {
    try {
      const answer = await client().send(new GetObjectCommand(inBucket(key)));
      return answer.Body ? chunksOf(answer.Body as AsyncIterable<Uint8Array>) : null;
    } catch (error) {
      if (isAbsent(error)) return null;
      throw error;
    }
  });
}

async function* chunksOf(body: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  try {
    yield* body;
  } catch (error) {
    throw new DomainError('storage_down', {}, { cause: error });
  }
}

/** Writes an object whole. Throws `storage_down`. */
export async function writeObject(key: string, bytes: Uint8Array, contentType: string): Promise<void> {
  const command = new PutObjectCommand({
    ...inBucket(key),
    Body: bytes,
    ContentLength: bytes.byteLength,
    ContentType: contentType,
  });
  await withStorage(() => client().send(command));
}

/** Removes an object; removing an absent one is fine. Throws `storage_down`. */
export async function deleteObject(key: string): Promise<void> {
  await withStorage(() => client().send(new DeleteObjectCommand(inBucket(key))));
}

/** Round trip to the storage in milliseconds. Throws when it does not answer. */
export async function pingStorage(): Promise<number> {
  const started = performance.now();
  await client().send(new HeadBucketCommand({ Bucket: env().S3_BUCKET }), { abortSignal: AbortSignal.timeout(1500) });
  return performance.now() - started;
}
