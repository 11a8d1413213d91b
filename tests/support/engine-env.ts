import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';

/** The REST door has sixteen logical databases, told apart by the token's suffix; a worker keeps one for itself. */
const worker = Number(process.env.VITEST_POOL_ID ?? 1) % 16;
const given = inject('engineEnv');
const token = worker === 0 ? given.UPSTASH_REDIS_REST_TOKEN : `${given.UPSTASH_REDIS_REST_TOKEN}.${worker}`;

// Test files run beside one another: each has a database of its own and begins with an empty cache.
Object.assign(process.env, given, {
  APP_URL: given.APP_URL,
  MONGODB_URI: given.MONGODB_URI?.replace('/dotkit?', `/t-${randomBytes(8).toString('hex')}?`),
  UPSTASH_REDIS_REST_TOKEN: token,
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
});

const flushed = await fetch(`${given.UPSTASH_REDIS_REST_URL}/flushdb`, {
  headers: { authorization: `Bearer ${token}` },
});
if (!flushed.ok) throw new Error(`The cache of the tests could not be emptied: ${await flushed.text()}`);
