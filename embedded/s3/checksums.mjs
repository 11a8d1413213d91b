import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { S3Error } from './errors.mjs';

const PREFIX = 'x-amz-checksum-';
/** Words that begin like a checksum's header and are none. */
const NOT_CHECKSUMS = new Set(['mode', 'algorithm', 'type']);

const CRC32C = Uint32Array.from({ length: 256 }, (_, n) => {
  let value = n;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0x82f63b78 : value >>> 1;
  return value >>> 0;
});

function crc32c(bytes, start) {
  let value = ~start >>> 0;
  for (const byte of bytes) value = CRC32C[(value ^ byte) & 0xff] ^ (value >>> 8);
  return ~value >>> 0;
}

const cyclic = (step) => () => {
  let value = 0;
  return {
    update: (bytes) => {
      value = step(bytes, value);
    },
    digest: () => {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32BE(value >>> 0);
      return bytes.toString('base64');
    },
  };
};
const hash = (algorithm) => () => {
  const hasher = createHash(algorithm);
  return { update: (bytes) => hasher.update(bytes), digest: () => hasher.digest('base64') };
};
const ALGORITHMS = { crc32: cyclic(crc32), crc32c: cyclic(crc32c), sha1: hash('sha1'), sha256: hash('sha256') };

/** Algorithms that a request promises a checksum for, in headers or in a trailer. Refuses those unknown here. */
function promised(headers) {
  const names = Object.keys(headers)
    .filter((name) => name.startsWith(PREFIX))
    .concat((headers['x-amz-trailer'] ?? '').split(',').map((name) => name.trim().toLowerCase()))
    .filter((name) => name.startsWith(PREFIX))
    .map((name) => name.slice(PREFIX.length))
    .filter((name) => !NOT_CHECKSUMS.has(name));
  const unknown = names.find((name) => !(name in ALGORITHMS));
  if (unknown) throw new S3Error('NotImplemented', `The checksum ${unknown} is not offered by this server.`);
  return [...new Set(names)];
}

/**
 * Hashes a body as it passes. `finish(trailers)` compares it with every promise of the request (checksums, Content-MD5,
 * payload hash) and returns `{md5, checksums}`; throws BadDigest or XAmzContentSHA256Mismatch.
 */
export function createBodyCheck(headers, payloadHash) {
  const names = promised(headers);
  const wanted = Object.fromEntries(names.map((name) => [name, ALGORITHMS[name]()]));
  const md5 = createHash('md5');
  const payload = /^[0-9a-f]{64}$/.test(payloadHash) ? createHash('sha256') : null;
  return {
    update(bytes) {
      md5.update(bytes);
      payload?.update(bytes);
      for (const name of names) wanted[name].update(bytes);
    },
    finish(trailers) {
      const md5Bytes = md5.digest();
      const given = headers['content-md5'];
      if (given !== undefined && given !== md5Bytes.toString('base64'))
        throw new S3Error('BadDigest', 'The Content-MD5 you specified did not match what we received.');
      if (payload && payload.digest('hex') !== payloadHash)
        throw new S3Error('XAmzContentSHA256Mismatch', "The provided 'x-amz-content-sha256' header does not match.");
      const checksums = {};
      for (const name of names) {
        checksums[name] = wanted[name].digest();
        const promise = headers[PREFIX + name] ?? trailers[PREFIX + name];
        if (promise !== checksums[name])
          throw new S3Error('BadDigest', `The ${name} you specified did not match the calculated checksum.`);
      }
      return { md5: md5Bytes.toString('hex'), checksums };
    },
  };
}
