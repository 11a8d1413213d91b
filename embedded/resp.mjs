/** A `+OK`-like answer, told apart from a stored string because the REST door encodes the two differently. */
export class Status {
  constructor(text) {
    this.text = text;
  }
}

/** A `-ERR …` answer. */
export class CommandError {
  constructor(message) {
    this.message = message;
  }
}

/** One command in the Redis protocol. Arguments are strings or numbers. */
export function encodeCommand(args) {
  const parts = [Buffer.from(`*${args.length}\r\n`)];
  for (const arg of args) {
    const bytes = Buffer.from(String(arg));
    parts.push(Buffer.from(`$${bytes.length}\r\n`), bytes, Buffer.from('\r\n'));
  }
  return Buffer.concat(parts);
}

/** Reads whole answers out of a byte stream; what is incomplete waits for the next piece. */
export class ReplyReader {
  #pending = Buffer.alloc(0);
  #at = 0;
  /** Total of all pieces so far; a caller sees by it whether a long answer still moves. */
  receivedBytes = 0;

  /** Answers completed by `bytes`: numbers, null, Buffers, arrays, Status and CommandError. */
  push(bytes) {
    this.receivedBytes += bytes.length;
    this.#pending = this.#pending.length === 0 ? bytes : Buffer.concat([this.#pending, bytes]);
    const replies = [];
    for (;;) {
      this.#at = 0;
      const reply = this.#read();
      if (reply === undefined) return replies;
      replies.push(reply);
      this.#pending = this.#pending.subarray(this.#at);
    }
  }

  #line() {
    const end = this.#pending.indexOf('\r\n', this.#at);
    if (end < 0) return undefined;
    const line = this.#pending.toString('utf8', this.#at, end);
    this.#at = end + 2;
    return line;
  }

  #read() {
    const line = this.#line();
    if (line === undefined) return undefined;
    const rest = line.slice(1);
    switch (line[0]) {
      case '+':
        return new Status(rest);
      case '-':
        return new CommandError(rest);
      case ':':
        return Number(rest);
      case '$':
        return this.#bulk(Number(rest));
      case '*':
        return this.#array(Number(rest));
      default:
        throw new Error(`Unknown reply type ${JSON.stringify(line[0])}`);
    }
  }

  #bulk(length) {
    if (length < 0) return null;
    const end = this.#at + length;
    if (this.#pending.length < end + 2) return undefined;
    const bytes = this.#pending.subarray(this.#at, end);
    this.#at = end + 2;
    return bytes;
  }

  #array(length) {
    if (length < 0) return null;
    const items = [];
    for (let i = 0; i < length; i += 1) {
      const item = this.#read();
      if (item === undefined) return undefined;
      items.push(item);
    }
    return items;
  }
}
