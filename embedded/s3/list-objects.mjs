import { S3Error } from './errors.mjs';
import { sendXml } from './write-object.mjs';
import { element } from './xml.mjs';

const MAX_KEYS = 1000;

function pageSize(text) {
  if (text === undefined || text === '') return MAX_KEYS;
  if (!/^\d{1,9}$/.test(text)) throw new S3Error('InvalidArgument', 'max-keys must be a number.');
  return Math.min(MAX_KEYS, Number(text));
}

const encodeToken = (position) => Buffer.from(position).toString('base64url');
const decodeToken = (token) => Buffer.from(token, 'base64url').toString('utf8');
const isAfter = (key, position) => Buffer.compare(Buffer.from(key), Buffer.from(position)) > 0;

/** ListObjectsV2: keys in byte order, common prefixes rolled up, continued behind the last name given out. */
export async function listObjects({ store, target, response }) {
  const { query } = target;
  const prefix = query.prefix ?? '';
  const delimiter = query.delimiter ?? '';
  const limit = pageSize(query['max-keys']);
  const token = query['continuation-token'];
  const after = token ? decodeToken(token) : (query['start-after'] ?? '');
  const page = { contents: [], prefixes: [], last: '', truncated: false };

  for (const key of await store.keys()) {
    if (!key.startsWith(prefix)) continue;
    const cut = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
    const name = cut < 0 ? key : key.slice(0, cut + delimiter.length);
    if ((after !== '' && !isAfter(name, after)) || name === page.last) continue;
    if (page.contents.length + page.prefixes.length >= limit) {
      page.truncated = limit > 0;
      break;
    }
    if (cut < 0) {
      const description = await store.describe(key);
      if (!description) continue;
      page.contents.push(description);
    } else page.prefixes.push(name);
    page.last = name;
  }

  const text =
    query['encoding-type'] === 'url' ? (value) => encodeURIComponent(value).replaceAll('%2F', '/') : (value) => value;
  sendXml(response, 200, 'ListBucketResult', [
    element('Name', target.bucket),
    element('Prefix', text(prefix)),
    element('Delimiter', delimiter === '' ? null : text(delimiter)),
    element('MaxKeys', limit),
    element('KeyCount', page.contents.length + page.prefixes.length),
    element('IsTruncated', page.truncated),
    element('EncodingType', query['encoding-type']),
    element('ContinuationToken', token),
    element('NextContinuationToken', page.truncated ? encodeToken(page.last) : null),
    element('StartAfter', query['start-after'] === undefined ? null : text(query['start-after'])),
    ...page.contents.map(({ key, modified, etag, size }) =>
      element('Contents', [
        element('Key', text(key)),
        element('LastModified', modified),
        element('ETag', `"${etag}"`),
        element('Size', size),
        element('StorageClass', 'STANDARD'),
      ]),
    ),
    ...page.prefixes.map((name) => element('CommonPrefixes', [element('Prefix', text(name))])),
  ]);
}
