import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, writePrivateJson } from '../files.mjs';
import { receiveBody, receiveText } from './body.mjs';
import { describedBy } from './descriptions.mjs';
import { S3Error } from './errors.mjs';
import { createObjectFile, openObjectFile } from './object-file.mjs';
import { writePrecondition } from './object-store.mjs';
import { sendXml } from './write-object.mjs';
import { blocksOf, element, textsOf } from './xml.mjs';

const MIN_PART_BYTES = 5 * 1024 * 1024;
const MAX_PARTS = 10_000;
const UPLOAD_ID = /^[0-9a-f-]{36}$/;

const partPath = (directory, number) => join(directory, `part-${number}`);

/** The directory of an upload that was begun for exactly this key. */
function uploadDirectory({ store, target }) {
  const id = target.query.uploadId ?? '';
  const directory = join(store.multipartRoot, id);
  const begun = UPLOAD_ID.test(id) ? readJson(join(directory, 'upload.json')) : null;
  if (begun?.key !== target.key) throw new S3Error('NoSuchUpload', 'The specified upload does not exist.');
  return { directory, begun };
}

/** POST ?uploads */
export function createUpload({ store, target, request, response }) {
  const id = randomUUID();
  const directory = join(store.multipartRoot, id);
  mkdirSync(directory, { mode: 0o700 });
  writePrivateJson(join(directory, 'upload.json'), { key: target.key, ...describedBy(request.headers) });
  sendXml(response, 200, 'InitiateMultipartUploadResult', [
    element('Bucket', target.bucket),
    element('Key', target.key),
    element('UploadId', id),
  ]);
}

/** PUT ?partNumber&uploadId */
export async function uploadPart(context) {
  const { request, response, target, payloadHash } = context;
  const { directory } = uploadDirectory(context);
  const number = Number(target.query.partNumber);
  if (!Number.isInteger(number) || number < 1 || number > MAX_PARTS)
    throw new S3Error('InvalidArgument', `Part number must be an integer between 1 and ${MAX_PARTS}.`);
  const temporary = join(directory, `${randomUUID()}.tmp`);
  const draft = await createObjectFile(temporary);
  try {
    const { size, md5, checksums } = await receiveBody(request, request.headers, payloadHash, draft.write);
    await draft.finish({ size, etag: md5, number, modified: new Date().toISOString() });
    renameSync(temporary, partPath(directory, number));
    const headers = { etag: `"${md5}"`, 'content-length': 0 };
    for (const [name, value] of Object.entries(checksums)) headers[`x-amz-checksum-${name}`] = value;
    response.writeHead(200, headers);
    response.end();
  } catch (error) {
    await draft.discard();
    rmSync(temporary, { force: true });
    throw error;
  }
}

function wantedParts(xml) {
  const parts = blocksOf(xml, 'Part').map((block) => ({
    number: Number(textsOf(block, 'PartNumber')[0]),
    etag: (textsOf(block, 'ETag')[0] ?? '').replaceAll('"', ''),
  }));
  if (parts.length === 0) throw new S3Error('MalformedXML', 'The list of parts is empty.');
  if (parts.some((part, i) => i > 0 && part.number <= parts[i - 1].number))
    throw new S3Error('InvalidPartOrder', 'The list of parts was not in ascending order.');
  return parts;
}

/** POST ?uploadId: the parts become one object, in the same one step as a PUT. */
export async function completeUpload(context) {
  const { store, target, request, response, payloadHash } = context;
  const { directory, begun } = uploadDirectory(context);
  const parts = wantedParts(await receiveText(request, request.headers, payloadHash));
  const joined = createHash('md5');
  const fill = async (write) => {
    let size = 0;
    for (const [i, part] of parts.entries()) {
      const opened = Number.isInteger(part.number) ? await openObjectFile(partPath(directory, part.number)) : null;
      try {
        if (opened?.description.etag !== part.etag)
          throw new S3Error('InvalidPart', `Part ${part.number} was not found.`);
        const bytes = opened.description.size;
        if (bytes < MIN_PART_BYTES && i < parts.length - 1)
          throw new S3Error('EntityTooSmall', 'A part is smaller than the minimum allowed.');
        if (bytes > 0)
          for await (const piece of opened.file.createReadStream({ end: bytes - 1, autoClose: false }))
            await write(piece);
        size += bytes;
        joined.update(Buffer.from(part.etag, 'hex'));
      } finally {
        await opened?.file.close();
      }
    }
    const etag = `${joined.digest('hex')}-${parts.length}`;
    return { size, etag, checksums: {}, headers: begun.headers, meta: begun.meta };
  };
  const written = await store.put(target.key, fill, writePrecondition(request.headers));
  rmSync(directory, { recursive: true, force: true });
  sendXml(response, 200, 'CompleteMultipartUploadResult', [
    element('Bucket', target.bucket),
    element('Key', target.key),
    element('ETag', `"${written.etag}"`),
  ]);
}

/** DELETE ?uploadId */
export function abortUpload(context) {
  rmSync(uploadDirectory(context).directory, { recursive: true, force: true });
  context.response.writeHead(204);
  context.response.end();
}

/** GET ?uploadId */
export async function listParts(context) {
  const { directory } = uploadDirectory(context);
  const parts = [];
  for (const name of readdirSync(directory).filter((entry) => entry.startsWith('part-'))) {
    const opened = await openObjectFile(join(directory, name));
    if (!opened) continue;
    await opened.file.close();
    parts.push(opened.description);
  }
  parts.sort((a, b) => a.number - b.number);
  sendXml(context.response, 200, 'ListPartsResult', [
    element('Bucket', context.target.bucket),
    element('Key', context.target.key),
    element('UploadId', context.target.query.uploadId),
    element('IsTruncated', false),
    ...parts.map(({ number, etag, size, modified }) =>
      element('Part', [
        element('PartNumber', number),
        element('ETag', `"${etag}"`),
        element('Size', size),
        element('LastModified', modified),
      ]),
    ),
  ]);
}
