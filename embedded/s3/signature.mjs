import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { getCanonicalHeaders, SignatureV4 } from '@smithy/signature-v4';
import { S3Error } from './errors.mjs';

const ALGORITHM = 'AWS4-HMAC-SHA256';
const UNSIGNED = 'UNSIGNED-PAYLOAD';
const MAX_EXPIRES_SECONDS = 7 * 24 * 3600;
const MAX_SKEW_MS = 15 * 60 * 1000;

class Sha256 {
  constructor(secret) {
    this.hash = secret ? createHmac('sha256', secret) : createHash('sha256');
  }
  update(bytes) {
    this.hash.update(bytes);
  }
  async digest() {
    return this.hash.digest();
  }
}

const escapeSegment = (text) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
const escapePath = (path) => path.split('/').map(escapeSegment).join('/');

/** The vetted signer, asked for the signature of a request as it arrived: exactly the headers that it names as signed. */
class Signer extends SignatureV4 {
  async expected({ method, path, query, headers }, { signedHeaders, payloadHash, longDate, date, scope }) {
    const named = Object.fromEntries(signedHeaders.map((name) => [name, headers[name]]));
    const canonical = this.createCanonicalRequest(
      { method, path: escapePath(path), query },
      getCanonicalHeaders({ headers: named }, undefined, new Set(signedHeaders)),
      payloadHash,
    );
    return this.sign(await this.createStringToSign(longDate, scope, canonical, ALGORITHM), { signingDate: date });
  }
}

/**
 * Returns `verify(request, now)`: resolves to `{payloadHash}`, what the body must hash to, or throws the S3Error
 * of the first thing that is wrong. A request without a signature is refused.
 */
export function createVerifier({ accessKeyId, secretAccessKey, region }) {
  const credentials = { accessKeyId, secretAccessKey };
  const signer = new Signer({ credentials, region, service: 's3', sha256: Sha256, uriEscapePath: false });

  return async function verify(request, now = Date.now()) {
    const claim = request.query['X-Amz-Algorithm'] === undefined ? fromHeader(request) : fromQuery(request, now);
    const [keyId, day, claimedRegion, service, end, more] = claim.credential.split('/');
    if (keyId !== accessKeyId) throw new S3Error('InvalidAccessKeyId', 'The access key does not exist.');
    if (day !== claim.longDate.slice(0, 8) || service !== 's3' || end !== 'aws4_request' || more !== undefined)
      throw new S3Error('AuthorizationHeaderMalformed', 'The credential scope is malformed.');
    if (claimedRegion !== region)
      throw new S3Error('AuthorizationHeaderMalformed', `The region is wrong; expecting '${region}'.`);
    const date = new Date(dateOf(claim.longDate));
    if (claim.checkTime) claim.checkTime(date.getTime());
    else if (Math.abs(now - date.getTime()) > MAX_SKEW_MS)
      throw new S3Error('RequestTimeTooSkewed', 'The time of the request is too far from the time of the server.');
    refuseUnsignedHeaders(request.headers, claim.signedHeaders);
    const query = { ...request.query };
    delete query['X-Amz-Signature'];
    const scope = `${day}/${region}/s3/aws4_request`;
    const expected = await signer.expected({ ...request, query }, { ...claim, date, scope });
    if (!sameText(expected, claim.signature))
      throw new S3Error('SignatureDoesNotMatch', 'The signature does not fit the request.');
    return { payloadHash: claim.payloadHash };
  };
}

const sameText = (a, b) => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

function dateOf(longDate) {
  const [, y, mo, d, h, mi, s] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(longDate) ?? [];
  const time = Date.parse(`${y}-${mo}-${d}T${h}:${mi}:${s}Z`);
  if (Number.isNaN(time)) throw new S3Error('AccessDenied', 'The date of the request is malformed.');
  return time;
}

/** An `x-amz-` header that nobody signed could turn a link for one upload into a copy of another object. */
function refuseUnsignedHeaders(headers, signedHeaders) {
  if (!signedHeaders.includes('host')) throw new S3Error('AccessDenied', 'The host header must be signed.');
  const unsigned = Object.keys(headers).filter(
    (name) => name.startsWith('x-amz-') && name !== 'x-amz-content-sha256' && !signedHeaders.includes(name),
  );
  if (unsigned.length > 0)
    throw new S3Error('AccessDenied', `There were headers present in the request which were not signed: ${unsigned}`);
}

function fromHeader({ headers }) {
  const given = headers.authorization;
  if (!given) throw new S3Error('AccessDenied', 'Access Denied: the request is not signed.');
  const parts = /^AWS4-HMAC-SHA256 +Credential=([^ ,]+), *SignedHeaders=([^ ,]+), *Signature=([0-9a-f]{64})$/.exec(
    given,
  );
  if (!parts) throw new S3Error('AuthorizationHeaderMalformed', 'The authorization header is malformed.');
  const payloadHash = headers['x-amz-content-sha256'];
  if (!payloadHash)
    throw new S3Error('InvalidRequest', 'Missing required header for this request: x-amz-content-sha256');
  const [, credential, signed, signature] = parts;
  return {
    credential,
    signedHeaders: signed.split(';'),
    signature,
    payloadHash,
    longDate: headers['x-amz-date'] ?? '',
  };
}

function fromQuery({ query, headers }, now) {
  if (headers.authorization) throw new S3Error('InvalidArgument', 'Only one auth mechanism allowed.');
  const read = (name) => {
    const value = query[`X-Amz-${name}`];
    if (!value) throw new S3Error('AuthorizationQueryParametersError', `The parameter X-Amz-${name} is missing.`);
    return value;
  };
  if (read('Algorithm') !== ALGORITHM)
    throw new S3Error('AuthorizationQueryParametersError', `X-Amz-Algorithm only supports ${ALGORITHM}.`);
  const expires = read('Expires');
  if (!/^\d{1,6}$/.test(expires) || Number(expires) < 1 || Number(expires) > MAX_EXPIRES_SECONDS)
    throw new S3Error('AuthorizationQueryParametersError', 'X-Amz-Expires must be between 1 and 604800 seconds.');
  return {
    credential: read('Credential'),
    signedHeaders: read('SignedHeaders').split(';'),
    signature: read('Signature'),
    longDate: read('Date'),
    payloadHash: query['X-Amz-Content-Sha256'] ?? headers['x-amz-content-sha256'] ?? UNSIGNED,
    checkTime: (signedAt) => {
      if (signedAt - now > MAX_SKEW_MS) throw new S3Error('AccessDenied', 'Request is not yet valid');
      if (now > signedAt + Number(expires) * 1000) throw new S3Error('AccessDenied', 'Request has expired');
    },
  };
}
