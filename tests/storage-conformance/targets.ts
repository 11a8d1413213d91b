import { createHash, randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { request as secureRequest } from 'node:https';
import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { inject } from 'vitest';

export type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: string };

/** One storage to be judged. `fresh` names a key that no other test uses. */
export type Target = {
  name: string;
  isEmbedded: boolean;
  bucket: string;
  endpoint: string;
  client: S3Client;
  fresh: (name?: string) => string;
};

function targetOf(name: string, env: Record<string, string>): Target {
  const region = env.S3_REGION ?? 'us-east-1';
  const endpoint = env.S3_ENDPOINT ?? `https://s3.${region}.amazonaws.com`;
  const client = new S3Client({
    region,
    endpoint,
    forcePathStyle: true,
    credentials: { accessKeyId: env.S3_ACCESS_KEY_ID ?? '', secretAccessKey: env.S3_SECRET_ACCESS_KEY ?? '' },
    maxAttempts: 1,
  });
  const run = randomUUID();
  return {
    name,
    isEmbedded: name === 'embedded',
    bucket: env.S3_BUCKET ?? '',
    endpoint,
    client,
    fresh: (part = 'object') => `conformance/${run}/${randomUUID()}/${part}`,
  };
}

const hosted = inject('hostedEnv');

/** The embedded storage always; another one when S3_BUCKET (or CONFORMANCE_S3_BUCKET) names it. */
export const targets: Target[] = [
  targetOf('embedded', inject('engineEnv')),
  ...(hosted.S3_BUCKET ? [targetOf(hosted.S3_ENDPOINT ?? 'AWS', hosted)] : []),
];

export const sha256Base64 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('base64');

/** A link for one PUT of exactly `bytes`, signed as the product signs it. */
export async function uploadLink(target: Target, key: string, bytes: string, signingDate = new Date()) {
  const checksum = sha256Base64(bytes);
  const command = new PutObjectCommand({
    Bucket: target.bucket,
    Key: key,
    ContentLength: Buffer.byteLength(bytes),
    ContentType: 'application/gzip',
    ChecksumSHA256: checksum,
    IfNoneMatch: '*',
  });
  const url = await getSignedUrl(target.client, command, {
    expiresIn: 300,
    signingDate,
    unhoistableHeaders: new Set(['x-amz-checksum-sha256']),
    signableHeaders: new Set(['content-length', 'content-type', 'host', 'if-none-match', 'x-amz-checksum-sha256']),
  });
  const headers = {
    'content-length': String(Buffer.byteLength(bytes)),
    'content-type': 'application/gzip',
    'if-none-match': '*',
    'x-amz-checksum-sha256': checksum,
  };
  return { url, headers };
}

/** A link for GETs of one object, 300 s from `signingDate`. */
export const downloadLink = (target: Target, key: string, signingDate = new Date()) =>
  getSignedUrl(
    target.client,
    new GetObjectCommand({
      Bucket: target.bucket,
      Key: key,
      ResponseContentDisposition: 'attachment; filename="module-1.0.0.tgz"',
      ResponseContentType: 'application/gzip',
    }),
    { expiresIn: 300, signingDate },
  );

/** One request exactly as given: `fetch` would correct the very headers that must be wrong here. */
export function send(url: string, method = 'GET', headers: Record<string, string> = {}, body = ''): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { protocol, hostname, port, origin } = new URL(url);
    const open = protocol === 'https:' ? secureRequest : request;
    const path = url.slice(origin.length);
    const outgoing = open({ hostname, port, path, method, headers, agent: false }, (answer) => {
      const pieces: Buffer[] = [];
      answer.on('data', (piece: Buffer) => pieces.push(piece));
      answer.on('error', reject);
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(pieces).toString() }),
      );
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** Stores an object with the SDK and returns its key. */
export async function stored(target: Target, body = 'the bytes', key = target.fresh()): Promise<string> {
  await target.client.send(new PutObjectCommand({ Bucket: target.bucket, Key: key, Body: body }));
  return key;
}

/** The name of the SDK's error, or `fulfilled`. */
export const outcome = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'fulfilled',
    (error: Error) => error.name,
  );

/** Size of an object, or null when there is none. */
export async function sizeOf(target: Target, key: string): Promise<number | null> {
  try {
    const head = await target.client.send(new HeadObjectCommand({ Bucket: target.bucket, Key: key }));
    return head.ContentLength ?? 0;
  } catch (error) {
    if ((error as Error).name === 'NotFound') return null;
    throw error;
  }
}
