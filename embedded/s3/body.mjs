import { decodeAwsChunked } from './aws-chunked.mjs';
import { createBodyCheck } from './checksums.mjs';
import { S3Error } from './errors.mjs';

const MAX_OBJECT_BYTES = 5 * 1024 ** 3;
const MAX_XML_BYTES = 2 * 1024 * 1024;
const STREAMING_TRAILER = 'STREAMING-UNSIGNED-PAYLOAD-TRAILER';

function announcedBytes(headers, streaming) {
  const text = headers[streaming ? 'x-amz-decoded-content-length' : 'content-length'];
  if (text === undefined) throw new S3Error('MissingContentLength', 'You must provide the length of the body.');
  const size = Number(text);
  if (!Number.isSafeInteger(size) || size < 0) throw new S3Error('InvalidArgument', 'The length is malformed.');
  if (size > MAX_OBJECT_BYTES) throw new S3Error('EntityTooLarge', 'The object is larger than the maximum allowed.');
  return size;
}

/**
 * Passes a request's body to `write(piece)` and verifies it as it goes: announced length, payload hash, checksums.
 * Returns `{size, md5, checksums}`. Throws the S3Error of what did not fit; what was written must then be thrown away.
 */
export async function receiveBody(stream, headers, payloadHash, write) {
  const streaming = payloadHash.startsWith('STREAMING-');
  if (streaming && payloadHash !== STREAMING_TRAILER)
    throw new S3Error('NotImplemented', `The payload ${payloadHash} is not offered by this server.`);
  const announced = announcedBytes(headers, streaming);
  const check = createBodyCheck(headers, payloadHash);
  const trailers = {};
  // The request stays open after a refusal, else its answer would be lost together with the connection.
  const raw = stream.iterator({ destroyOnReturn: false });
  const pieces = streaming ? decodeAwsChunked(raw, trailers) : raw;
  let size = 0;
  try {
    for await (const piece of pieces) {
      size += piece.length;
      if (size > announced) throw new S3Error('EntityTooLarge', 'The body is longer than announced.');
      check.update(piece);
      await write(piece);
    }
  } catch (error) {
    if (error.code === 'ECONNRESET' || error.code === 'ERR_STREAM_PREMATURE_CLOSE')
      throw new S3Error('IncompleteBody', 'The connection ended before the body did.');
    throw error;
  } finally {
    await raw.return();
  }
  if (size < announced) throw new S3Error('IncompleteBody', 'The body is shorter than announced.');
  return { size, ...check.finish(trailers) };
}

/** A small verified body as text: the XML of the few operations that send one. */
export async function receiveText(stream, headers, payloadHash) {
  const pieces = [];
  let held = 0;
  await receiveBody(stream, headers, payloadHash, (piece) => {
    held += piece.length;
    if (held > MAX_XML_BYTES) throw new S3Error('EntityTooLarge', 'The document is too large.');
    pieces.push(piece);
  });
  return Buffer.concat(pieces).toString('utf8');
}
