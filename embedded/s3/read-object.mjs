import { pipeline } from 'node:stream/promises';
import { objectHeaders } from './descriptions.mjs';
import { S3Error } from './errors.mjs';
import { sameEtag } from './object-store.mjs';

/** GET and HEAD of one object: preconditions, one range, overriding headers. */
export async function readObject({ store, target, request, response }) {
  const opened = await store.open(target.key);
  if (!opened) throw new S3Error('NoSuchKey', 'The specified key does not exist.');
  const { file, description } = opened;
  try {
    const headers = objectHeaders(description, target.query, request.headers['x-amz-checksum-mode'] === 'ENABLED');
    if (isNotModified(description, request.headers)) {
      response.writeHead(304, { etag: headers.etag, 'last-modified': headers['last-modified'] });
      return void response.end();
    }
    const range = rangeOf(request.headers.range, description.size);
    if (range) {
      headers['content-range'] = `bytes ${range.start}-${range.end}/${description.size}`;
      for (const name of Object.keys(headers)) if (name.startsWith('x-amz-checksum-')) delete headers[name];
    }
    const { start, end } = range ?? { start: 0, end: description.size - 1 };
    headers['content-length'] = end - start + 1;
    response.writeHead(range ? 206 : 200, headers);
    if (request.method === 'HEAD' || end < start) return void response.end();
    await pipeline(file.createReadStream({ start, end, autoClose: false }), response);
  } finally {
    await file.close();
  }
}

/** Throws PreconditionFailed; true when the reader has the present version already. */
function isNotModified({ etag, modified }, headers) {
  const seconds = Math.floor(Date.parse(modified) / 1000) * 1000;
  const failed = () => new S3Error('PreconditionFailed', 'At least one of the preconditions did not hold.');
  if (headers['if-match'] !== undefined) {
    if (!sameEtag(etag, headers['if-match'])) throw failed();
  } else if (seconds > Date.parse(headers['if-unmodified-since'] ?? '')) throw failed();
  if (headers['if-none-match'] !== undefined) return sameEtag(etag, headers['if-none-match']);
  return seconds <= Date.parse(headers['if-modified-since'] ?? '');
}

/** As S3: one range is honoured, a list of ranges or another unit is answered with the whole object. */
function rangeOf(header, size) {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === undefined || (first === '' && last === '')) return null;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (first !== '' && last !== '' && Number(last) < start) return null;
  if (start >= size) throw new S3Error('InvalidRange', 'The requested range is not satisfiable.');
  return { start, end };
}
