import { S3Error } from './errors.mjs';

const MAX_LINE_BYTES = 8 * 1024;

/** Reads lines and counted bytes out of a stream of pieces. */
class Source {
  #pieces;
  #held = Buffer.alloc(0);

  constructor(pieces) {
    this.#pieces = pieces;
  }

  async #more() {
    const { value, done } = await this.#pieces.next();
    if (done) throw new S3Error('IncompleteBody', 'The body ended before its last chunk.');
    this.#held = this.#held.length === 0 ? value : Buffer.concat([this.#held, value]);
  }

  async line() {
    for (;;) {
      const end = this.#held.indexOf('\r\n');
      if (end >= 0) {
        const line = this.#held.toString('latin1', 0, end);
        this.#held = this.#held.subarray(end + 2);
        return line;
      }
      if (this.#held.length > MAX_LINE_BYTES) throw new S3Error('InvalidRequest', 'A chunk header is too long.');
      await this.#more();
    }
  }

  async *bytes(count) {
    let left = count;
    while (left > 0) {
      if (this.#held.length === 0) await this.#more();
      const piece = this.#held.subarray(0, left);
      this.#held = this.#held.subarray(piece.length);
      left -= piece.length;
      yield piece;
    }
  }
}

/**
 * The bytes inside an `aws-chunked` body. Trailers (`x-amz-checksum-…`) are added to `trailers` once the last byte is out.
 * `pieces` is an async iterator, which is left as it is when decoding ends early. Throws IncompleteBody when the stream ends early.
 */
export async function* decodeAwsChunked(pieces, trailers) {
  const source = new Source(pieces);
  for (;;) {
    const header = /^([0-9a-fA-F]{1,8})(?:;.*)?$/.exec(await source.line());
    if (!header) throw new S3Error('InvalidRequest', 'A chunk header is malformed.');
    const size = Number.parseInt(header[1], 16);
    if (size === 0) break;
    yield* source.bytes(size);
    if ((await source.line()) !== '') throw new S3Error('InvalidRequest', 'A chunk is longer than its header says.');
  }
  for (let line = await source.line(); line !== ''; line = await source.line()) {
    const [name, value = ''] = line.split(/:(.*)/s);
    trailers[name.trim().toLowerCase()] = value.trim();
  }
}
