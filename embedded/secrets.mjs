import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { readJson, writePrivateJson } from './files.mjs';

const random = (bytes) => randomBytes(bytes).toString('hex');

/**
 * What must stay the same from start to start: credentials of the storage, token of the REST door, keys of the issuer.
 * Made at the first start and kept in the data directory for its owner alone.
 */
export function loadSecrets(dataDir) {
  const path = join(dataDir, 'secrets.json');
  const known = readJson(path) ?? {};
  const secrets = {
    s3AccessKeyId: known.s3AccessKeyId ?? `LOCAL${random(8).toUpperCase()}`,
    s3SecretAccessKey: known.s3SecretAccessKey ?? random(20),
    redisToken: known.redisToken ?? random(24),
    cronSecret: known.cronSecret ?? random(24),
    clerkSecretKey: known.clerkSecretKey ?? `sk_live_${random(20)}`,
    issuerPrivateKey: known.issuerPrivateKey ?? newPrivateKey(),
  };
  if (Object.keys(secrets).some((name) => known[name] === undefined)) writePrivateJson(path, secrets);
  return secrets;
}

function newPrivateKey() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return privateKey.export({ type: 'pkcs8', format: 'pem' });
}
