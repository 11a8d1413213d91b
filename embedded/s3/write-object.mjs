import { receiveBody } from './body.mjs';
import { describedBy } from './descriptions.mjs';
import { S3Error } from './errors.mjs';
import { sameEtag, writePrecondition } from './object-store.mjs';
import { element, xmlDocument } from './xml.mjs';

/** PUT of one object. Nothing is visible before every promise about its bytes held. */
export async function putObject({ store, target, request, response, payloadHash }) {
  const described = describedBy(request.headers);
  const written = await store.put(
    target.key,
    async (write) => {
      const { size, md5, checksums } = await receiveBody(request, request.headers, payloadHash, write);
      return { size, etag: md5, checksums, ...described };
    },
    writePrecondition(request.headers),
  );
  const headers = { etag: `"${written.etag}"`, 'content-length': 0 };
  for (const [name, value] of Object.entries(written.checksums)) headers[`x-amz-checksum-${name}`] = value;
  response.writeHead(200, headers);
  response.end();
}

function sourceOf(header, bucket) {
  let path;
  try {
    path = decodeURIComponent(header).replace(/^\//, '');
  } catch {
    throw new S3Error('InvalidArgument', 'The copy source is malformed.');
  }
  const [from, key = ''] = path.split(/\/(.*)/s);
  if (from !== bucket) throw new S3Error('NoSuchBucket', 'The bucket of the copy source does not exist.');
  return key;
}

/** PUT with `x-amz-copy-source`: the bytes of another key, if it is still the version that the caller means. */
export async function copyObject({ store, target, request, response }) {
  const { headers } = request;
  const source = sourceOf(headers['x-amz-copy-source'], target.bucket);
  const replace = headers['x-amz-metadata-directive'] === 'REPLACE';
  if (source === target.key && !replace)
    throw new S3Error('InvalidRequest', 'A copy of an object to itself must change its metadata.');
  const opened = await store.open(source);
  if (!opened) throw new S3Error('NoSuchKey', 'The specified key does not exist.');
  try {
    const { size, etag, checksums, ...present } = opened.description;
    const match = headers['x-amz-copy-source-if-match'];
    const noneMatch = headers['x-amz-copy-source-if-none-match'];
    if ((match && !sameEtag(etag, match)) || (noneMatch && sameEtag(etag, noneMatch)))
      throw new S3Error('PreconditionFailed', 'At least one of the preconditions did not hold.');
    const described = replace ? describedBy(headers) : { headers: present.headers, meta: present.meta };
    const written = await store.put(
      target.key,
      async (write) => {
        if (size > 0)
          for await (const piece of opened.file.createReadStream({ end: size - 1, autoClose: false }))
            await write(piece);
        return { size, etag, checksums, ...described };
      },
      writePrecondition(headers),
    );
    sendXml(response, 200, 'CopyObjectResult', [
      element('LastModified', written.modified),
      element('ETag', `"${etag}"`),
    ]);
  } finally {
    await opened.file.close();
  }
}

/** An XML answer. */
export function sendXml(response, status, root, children) {
  const body = Buffer.from(xmlDocument(root, children));
  response.writeHead(status, { 'content-type': 'application/xml', 'content-length': body.length });
  response.end(body);
}
