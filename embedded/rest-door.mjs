import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import { CommandError, Status } from './resp.mjs';

const MAX_BODY_BYTES = 16 * 1024 * 1024;
const DATABASES = 16;
/** Commands that hold a connection, change its state or belong to the operator; one connection serves everybody here. */
const REFUSED = new Set(
  `acl auth bgrewriteaof bgsave blmove blmpop blpop brpop brpoplpush bzmpop bzpopmax bzpopmin client cluster config debug
  discard exec failover hello latency migrate module monitor multi psubscribe psync punsubscribe quit readonly readwrite
  replicaof replconf reset restore-asking save select shutdown slaveof slowlog ssubscribe subscribe sunsubscribe swapdb sync
  unsubscribe unwatch wait waitaof watch`.split(/\s+/),
);

class Refusal extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

const digest = (text) => createHash('sha256').update(text).digest();

/**
 * The REST protocol of Upstash in front of an engine: single commands as a JSON array or as a path, `/pipeline`,
 * `/multi-exec`, base64 answers. `token` opens database 0, `token.N` database N. Returns the HTTP server, not listening.
 */
export function createRestDoor({ run, token }) {
  const tokens = Array.from({ length: DATABASES }, (_, n) => digest(n === 0 ? token : `${token}.${n}`));
  const databaseOf = (given) => tokens.findIndex((known) => timingSafeEqual(known, digest(given)));

  async function answer(request) {
    const url = new URL(request.url, 'http://door');
    const given = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? url.searchParams.get('_token');
    const database = given ? databaseOf(given) : -1;
    if (database < 0) throw new Refusal(401, 'WRONGPASS invalid or missing auth token');
    if (!['GET', 'POST', 'PUT', 'HEAD'].includes(request.method)) throw new Refusal(405, 'ERR Method is not allowed');
    const body = await readBody(request);
    const encode = request.headers['upstash-encoding'] === 'base64' ? encodeBase64 : encodePlain;
    if (url.pathname === '/pipeline')
      return (await run(commandList(body), database)).map((reply) => item(reply, encode));
    if (url.pathname === '/multi-exec') return transaction(commandList(body), database, encode);
    const [reply] = await run([url.pathname === '/' ? oneCommand(parse(body)) : pathCommand(url, body)], database);
    if (reply instanceof CommandError) throw new Refusal(400, reply.message);
    return item(reply, encode);
  }

  async function transaction(commands, database, encode) {
    const replies = await run([['MULTI'], ...commands, ['EXEC']], database);
    const results = replies.at(-1);
    if (!Array.isArray(results)) {
      const refused = replies.find((reply) => reply instanceof CommandError);
      throw new Refusal(400, refused?.message ?? 'EXECABORT Transaction discarded');
    }
    return results.map((reply) => item(reply, encode));
  }

  return createServer({ keepAliveTimeout: 120_000 }, (request, response) => {
    answer(request)
      .then((value) => send(response, 200, value))
      .catch((error) => send(response, error.status ?? 500, { error: error.status ? error.message : 'ERR internal' }));
  });
}

function send(response, status, value) {
  const body = Buffer.from(JSON.stringify(value));
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': body.length });
  response.end(body);
}

async function readBody(request) {
  const pieces = [];
  let size = 0;
  for await (const piece of request) {
    size += piece.length;
    if (size > MAX_BODY_BYTES) throw new Refusal(413, 'ERR max request size exceeded');
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function parse(body) {
  try {
    return JSON.parse(body);
  } catch {
    throw new Refusal(400, 'ERR failed to parse the request body as JSON');
  }
}

function commandList(body) {
  const list = parse(body);
  if (!Array.isArray(list) || list.length === 0) throw new Refusal(400, 'ERR expected a list of commands');
  return list.map(oneCommand);
}

function oneCommand(command) {
  if (!Array.isArray(command) || command.length === 0) throw new Refusal(400, 'ERR empty command');
  const args = command.map((arg) => {
    if (arg === null) throw new Refusal(400, 'ERR null args are not supported');
    return typeof arg === 'object' ? JSON.stringify(arg) : String(arg);
  });
  const name = args[0].toLowerCase();
  const blocks = name.startsWith('xread') && args.some((arg) => arg.toLowerCase() === 'block');
  if (REFUSED.has(name) || blocks) throw new Refusal(400, `ERR Command is not available: '${args[0]}'`);
  return args;
}

/** `/set/key/value?EX=100`: segments, then the query's words, and a POST body as the last argument. */
function pathCommand(url, body) {
  let args;
  try {
    args = url.pathname.slice(1).split('/').map(decodeURIComponent);
  } catch {
    throw new Refusal(400, 'ERR malformed path');
  }
  if (body !== '') args.push(body);
  for (const [word, value] of url.searchParams) {
    if (word === '_token') continue;
    args.push(word);
    if (value !== '') args.push(value);
  }
  return oneCommand(args);
}

function item(reply, encode) {
  if (reply instanceof CommandError) return { error: reply.message };
  // The hosted service leaves exactly this one word as it is, at the top level only; clients rely on it.
  if (reply instanceof Status && reply.text === 'OK') return { result: 'OK' };
  return { result: encode(reply) };
}

const encoder = (text) =>
  function encode(reply) {
    if (Array.isArray(reply)) return reply.map(encode);
    if (Buffer.isBuffer(reply)) return text(reply);
    if (reply instanceof Status) return text(Buffer.from(reply.text));
    if (reply instanceof CommandError) return text(Buffer.from(reply.message));
    return reply;
  };
const encodePlain = encoder((bytes) => bytes.toString('utf8'));
const encodeBase64 = encoder((bytes) => bytes.toString('base64'));
