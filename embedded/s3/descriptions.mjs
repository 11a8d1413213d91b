/** Headers that a writer may set and a reader gets back. */
const KEPT = ['content-type', 'content-disposition', 'content-language', 'cache-control', 'expires'];
const META = 'x-amz-meta-';

/** What a PUT, a copy with REPLACE or a new multipart upload says about its object. */
export function describedBy(headers) {
  const kept = Object.fromEntries(
    KEPT.filter((name) => headers[name] !== undefined).map((name) => [name, headers[name]]),
  );
  const encodings = (headers['content-encoding'] ?? '').split(',').map((word) => word.trim());
  const encoding = encodings.filter((word) => word !== '' && word !== 'aws-chunked').join(', ');
  if (encoding !== '') kept['content-encoding'] = encoding;
  const meta = Object.fromEntries(Object.entries(headers).filter(([name]) => name.startsWith(META)));
  return { headers: kept, meta };
}

const OVERRIDES = [
  'content-type',
  'content-disposition',
  'content-language',
  'content-encoding',
  'cache-control',
  'expires',
];

/** Headers of an answer that describes an object; `response-…` parameters of a signed link come before what is stored. */
export function objectHeaders(description, query, checksumsWanted) {
  const headers = {
    'content-type': 'binary/octet-stream',
    ...description.headers,
    ...description.meta,
    etag: `"${description.etag}"`,
    'last-modified': new Date(description.modified).toUTCString(),
    'accept-ranges': 'bytes',
  };
  for (const name of OVERRIDES) if (query[`response-${name}`]) headers[name] = query[`response-${name}`];
  if (checksumsWanted) {
    for (const [name, value] of Object.entries(description.checksums ?? {})) headers[`x-amz-checksum-${name}`] = value;
    if (Object.keys(description.checksums ?? {}).length > 0) headers['x-amz-checksum-type'] = 'FULL_OBJECT';
  }
  return headers;
}
