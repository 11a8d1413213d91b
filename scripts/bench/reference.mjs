import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NEXT } from '../lib/build.mjs';
import { inRoot, ROOT, say, seconds } from '../lib/project.mjs';

const source = inRoot('scripts/bench/reference');
/** Where the bare application is built, once for each version of Next and of its own sources. */
export const REFERENCE = inRoot('.dotkit/bench/reference');
const record = join(REFERENCE, '.next/source-hash');

function* filesOf(path) {
  if (statSync(path).isDirectory()) for (const name of readdirSync(path).sort()) yield* filesOf(join(path, name));
  else yield path;
}

function sourceHash() {
  const hash = createHash('sha256').update(process.version);
  hash.update(readFileSync(inRoot('node_modules/next/package.json')));
  for (const path of filesOf(source)) hash.update(path.slice(source.length)).update(readFileSync(path));
  return hash.digest('hex');
}

/** Builds the bare application unless it is there; `run(script, args, env)` resolves to an exit code. */
export async function ensureReference(run) {
  const hash = sourceHash();
  if (existsSync(record) && readFileSync(record, 'utf8') === hash) return true;
  const started = performance.now();
  say('building the bare reference application (next build)');
  rmSync(REFERENCE, { recursive: true, force: true });
  mkdirSync(REFERENCE, { recursive: true });
  cpSync(source, REFERENCE, { recursive: true });
  const env = { ...process.env, BENCH_ROOT: ROOT, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };
  if ((await run(NEXT, ['build', REFERENCE], env)) !== 0) return false;
  writeFileSync(record, hash);
  say(`reference built (${seconds(started)})`);
  return true;
}
