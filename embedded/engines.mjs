import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readJson, writePrivateJson } from './files.mjs';
import { identityEnv } from './identity.mjs';
import { listenOnLoopback, stopServer } from './loopback.mjs';
import { createRestDoor } from './rest-door.mjs';
import { ObjectStore } from './s3/object-store.mjs';
import { createS3Server } from './s3/server.mjs';
import { loadSecrets } from './secrets.mjs';

/** Names of all engines, in the order in which they start; they stop in the opposite one. */
export const ENGINES = ['mongodb', 'redis', 's3', 'identity'];

const BUCKET = 'dotkit';
const REGION = 'us-east-1';

/** Each starter returns its part of the environment, what to remember for the next start, and how to stop. */
const starters = {
  async mongodb({ dataDir, remembered }) {
    removeSocketOf(remembered.mongodbSocket);
    const { startMongodb } = await import('./mongodb.mjs');
    const mongodb = await startMongodb(join(dataDir, 'mongodb'));
    return {
      env: { MONGODB_URI: mongodb.uri },
      remember: { mongodbSocket: mongodb.socketPath },
      close: mongodb.close,
    };
  },

  async redis({ secrets, remembered }) {
    const { startValkey } = await import('./valkey.mjs');
    const valkey = await startValkey();
    const door = createRestDoor({ run: valkey.run, token: secrets.redisToken });
    const port = await listenOnLoopback(door, remembered.redisPort);
    return {
      env: { UPSTASH_REDIS_REST_URL: `http://127.0.0.1:${port}`, UPSTASH_REDIS_REST_TOKEN: secrets.redisToken },
      remember: { redisPort: port },
      close: async () => {
        await stopServer(door);
        await valkey.close();
      },
    };
  },

  async s3({ dataDir, secrets, origins, remembered }) {
    const credentials = { accessKeyId: secrets.s3AccessKeyId, secretAccessKey: secrets.s3SecretAccessKey };
    const store = new ObjectStore(join(dataDir, 's3', BUCKET));
    const server = createS3Server({ store, bucket: BUCKET, region: REGION, origins, ...credentials });
    const port = await listenOnLoopback(server, remembered.s3Port);
    return {
      env: {
        S3_BUCKET: BUCKET,
        S3_REGION: REGION,
        S3_ENDPOINT: `http://127.0.0.1:${port}`,
        S3_ACCESS_KEY_ID: credentials.accessKeyId,
        S3_SECRET_ACCESS_KEY: credentials.secretAccessKey,
        S3_FORCE_PATH_STYLE: 'true',
      },
      remember: { s3Port: port },
      close: () => stopServer(server),
    };
  },

  async identity({ secrets }) {
    return { env: identityEnv(secrets), remember: {}, close: async () => {} };
  },
};

/** A killed engine leaves its socket's private directory behind. */
function removeSocketOf(path) {
  const directory = path ? dirname(path) : '';
  if (dirname(directory) === tmpdir() && directory.includes('embedded-mongodb-'))
    rmSync(directory, { recursive: true, force: true });
}

/**
 * Starts the named engines on a data directory that the caller has locked.
 * Returns `{env, close}`: the variables by which the product finds them, and a function that stops them all.
 */
export async function startEngines({ dataDir, only, origins }) {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const secrets = loadSecrets(dataDir);
  const rememberedPath = join(dataDir, 'addresses.json');
  const remembered = readJson(rememberedPath) ?? {};
  const env = { DOTKIT_EMBEDDED: only.join(','), DOTKIT_DATA_DIR: dataDir, CRON_SECRET: secrets.cronSecret };
  if (origins[0]) env.APP_URL = origins[0];
  const running = [];
  const close = async () => {
    for (const engine of running.splice(0).reverse()) await engine.close();
  };
  try {
    for (const name of ENGINES.filter((each) => only.includes(each))) {
      const engine = await starters[name]({ dataDir, secrets, origins, remembered });
      running.push(engine);
      Object.assign(env, engine.env);
      Object.assign(remembered, engine.remember);
    }
    writePrivateJson(rememberedPath, remembered);
  } catch (error) {
    await close();
    throw error;
  }
  return { env, close };
}
