import { S3Error } from './errors.mjs';

const MAX_KEY_BYTES = 1024;
const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new S3Error('InvalidURI', "Couldn't parse the specified URI.");
  }
}

/**
 * What a request line names: `{bucket, key, path, query}`. `path` is decoded; `query` holds one decoded string per name.
 * The path is never resolved like a file's: `..` is an ordinary part of a key.
 */
export function parseTarget(url) {
  const [rawPath, rawQuery = ''] = url.split(/\?(.*)/s);
  const path = decode(rawPath);
  const [, bucket = '', key = ''] = /^\/([^/]*)\/?(.*)$/s.exec(path) ?? [];
  if (bucket !== '' && !BUCKET.test(bucket)) throw new S3Error('InvalidBucketName', 'The bucket name is not valid.');
  if (Buffer.byteLength(key) > MAX_KEY_BYTES) throw new S3Error('KeyTooLongError', 'Your key is too long.');
  return { bucket, key, path, query: parseQuery(rawQuery) };
}

function parseQuery(raw) {
  const query = Object.create(null);
  for (const pair of raw.split('&').filter(Boolean)) {
    const [name, value = ''] = pair.split(/=(.*)/s).map(decode);
    // Two values of one name could be read one way by the signature and another way by the action.
    if (name in query) throw new S3Error('InvalidArgument', `The parameter ${name} is given twice.`);
    query[name] = value;
  }
  return query;
}
