import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { inRoot, ROOT } from './project.mjs';

/** For each engine, the variables that point to a hosted one: all of `required`, or none at all. `search` has no embedded one. */
const GROUPS = [
  { engine: 'mongodb', required: ['MONGODB_URI'], optional: [] },
  { engine: 'redis', required: ['UPSTASH_REDIS_REST_URL', 'UPSTASH_REDIS_REST_TOKEN'], optional: [] },
  {
    engine: 's3',
    required: ['S3_BUCKET', 'S3_REGION', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'],
    optional: ['S3_ENDPOINT', 'S3_FORCE_PATH_STYLE'],
  },
  {
    engine: 'identity',
    required: ['NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY', 'CLERK_SECRET_KEY'],
    optional: ['CLERK_WEBHOOK_SIGNING_SECRET', 'CLERK_JWT_KEY'],
  },
  { engine: 'search', required: ['TYPESENSE_URL', 'TYPESENSE_API_KEY'], optional: [] },
];

const NAMES = GROUPS.flatMap(({ required, optional }) => [...required, ...optional]);

/** The environment without a trace of hosted engines, for runs that must never touch them. */
export function withoutHosted(env) {
  const kept = Object.entries(env).filter(([name]) => !NAMES.includes(name) && name !== 'DOTKIT_DATA_DIR');
  return { ...Object.fromEntries(kept), DOTKIT_NO_DOTENV: '1' };
}

/** Reads `.env` of the repository into the process; what is set already wins. An empty value counts as none. */
export function loadDotEnv() {
  if (process.env.DOTKIT_NO_DOTENV) return;
  for (const name of NAMES) if (process.env[name] === '') delete process.env[name];
  const file = inRoot('.env');
  if (existsSync(file)) process.loadEnvFile(file);
}

/**
 * Engines that the environment does not name, in the order of starting.
 * Throws an Error naming what is missing when a group is configured by half.
 */
export function enginesToStart(env) {
  const isSet = (name) => env[name] !== undefined && env[name] !== '';
  const faults = [];
  const absent = [];
  for (const { engine, required, optional } of GROUPS) {
    const missing = required.filter((name) => !isSet(name));
    if (missing.length === 0) continue;
    const given = [...required, ...optional].filter(isSet);
    if (given.length > 0) faults.push(`${missing.join(', ')} missing (${given.join(', ')} is set)`);
    else if (engine !== 'search') absent.push(engine);
  }
  if (faults.length > 0)
    throw new Error(
      `the environment is configured by half:\n  ${faults.join('\n  ')}\n` +
        'Set the whole group to use a hosted engine, or none of it to do without (see .env.example).',
    );
  return absent;
}

/** Directory of the embedded engines' data: the option, DOTKIT_DATA_DIR, or `.dotkit/data`. */
export const dataDirOf = (option) => resolve(ROOT, option ?? process.env.DOTKIT_DATA_DIR ?? '.dotkit/data');

/** The environment of the product: what the engines say, then what the user says. */
export function composeEnv(engineEnv, appUrl) {
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''));
  const embedded = given.DOTKIT_EMBEDDED ?? engineEnv.DOTKIT_EMBEDDED ?? '';
  const scale = embedded.includes('identity') ? { RATE_LIMIT_SCALE: '100' } : {};
  return {
    APP_URL: appUrl,
    DOTKIT_EMBEDDED: embedded,
    ...scale,
    ...engineEnv,
    ...given,
    NEXT_TELEMETRY_DISABLED: '1',
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  };
}
