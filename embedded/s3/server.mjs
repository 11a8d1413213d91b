import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { receiveText } from './body.mjs';
import { createCors } from './cors.mjs';
import { S3Error } from './errors.mjs';
import { listObjects } from './list-objects.mjs';
import { abortUpload, completeUpload, createUpload, listParts, uploadPart } from './multipart.mjs';
import { readObject } from './read-object.mjs';
import { parseTarget } from './request.mjs';
import { createVerifier } from './signature.mjs';
import { copyObject, putObject, sendXml } from './write-object.mjs';
import { element, textsOf } from './xml.mjs';

/** Parameters that ask for a feature this server does not have; ignoring one would answer another question than asked. */
const NOT_OFFERED =
  `acl attributes accelerate cors encryption legal-hold lifecycle logging notification object-lock policy
  publicAccessBlock replication restore retention select tagging torrent versionId versioning versions website`.split(
    /\s+/,
  );

function deleteObject({ store, target, response }) {
  store.remove(target.key);
  response.writeHead(204);
  response.end();
}

/** POST ?delete */
async function deleteObjects({ store, request, response, payloadHash }) {
  const keys = textsOf(await receiveText(request, request.headers, payloadHash), 'Key');
  for (const key of keys) store.remove(key);
  sendXml(
    response,
    200,
    'DeleteResult',
    keys.map((key) => element('Deleted', [element('Key', key)])),
  );
}

function headBucket({ response, region }) {
  response.writeHead(200, { 'x-amz-bucket-region': region, 'content-length': 0 });
  response.end();
}

/** The operation that a signed request asks for. */
function operationOf({ method, headers }, { key, query }) {
  const asked = NOT_OFFERED.find((name) => name in query);
  if (asked) throw new S3Error('NotImplemented', `The parameter ${asked} is not offered by this server.`);
  const upload = 'uploadId' in query;
  if (key === '') {
    if (method === 'HEAD') return headBucket;
    if (method === 'GET' && query['list-type'] === '2') return listObjects;
    if (method === 'POST' && 'delete' in query) return deleteObjects;
    throw new S3Error('NotImplemented', 'This operation on a bucket is not offered by this server.');
  }
  if (method === 'GET' && upload) return listParts;
  if (method === 'GET' || method === 'HEAD') return readObject;
  if (method === 'DELETE') return upload ? abortUpload : deleteObject;
  if (method === 'POST' && 'uploads' in query) return createUpload;
  if (method === 'POST' && upload) return completeUpload;
  if (method === 'PUT' && upload && !headers['x-amz-copy-source']) return uploadPart;
  if (method === 'PUT' && !upload) return headers['x-amz-copy-source'] ? copyObject : putObject;
  throw new S3Error('MethodNotAllowed', 'The specified method is not allowed against this resource.');
}

/**
 * An S3 server for one bucket: every request must carry a valid signature of the one credential.
 * `origins` are the sites whose pages may use it from a browser. Returns the HTTP server, not listening.
 */
export function createS3Server({ store, bucket, region, accessKeyId, secretAccessKey, origins }) {
  const verify = createVerifier({ accessKeyId, secretAccessKey, region });
  const cors = createCors(origins);

  async function answer(request, response) {
    const target = parseTarget(request.url);
    const { method, headers } = request;
    const { payloadHash } = await verify({ method, headers, path: target.path, query: target.query });
    if (target.bucket !== bucket) throw new S3Error('NoSuchBucket', 'The specified bucket does not exist.');
    await operationOf(request, target)({ store, region, target, request, response, payloadHash });
  }

  return createServer({ keepAliveTimeout: 120_000 }, (request, response) => {
    response.setHeader('x-amz-request-id', randomUUID());
    cors.apply(request, response);
    if (request.method === 'OPTIONS') return cors.preflight(request, response);
    answer(request, response).catch((error) => refuse(request, response, error));
  });
}

function refuse(request, response, error) {
  const known = error instanceof S3Error;
  if (!known && !response.destroyed && !request.destroyed) console.error('storage:', error);
  if (response.headersSent) return response.destroy();
  const code = known ? error.code : 'InternalError';
  const children = [
    element('Code', code),
    element('Message', known ? error.message : 'We encountered an internal error.'),
    element('Resource', request.url.split('?')[0]),
    element('RequestId', response.getHeader('x-amz-request-id')),
  ];
  const body = Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${element('Error', children)}`);
  const status = known ? error.status : 500;
  // A sender reads the refusal only after it has sent its body: a connection closed earlier would look like a fault.
  request.resume();
  response.writeHead(status, { 'content-type': 'application/xml', 'content-length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}
