import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { inRoot, say, seconds } from './project.mjs';

/** All that `next build` reads. */
const SOURCES =
  `app components hooks lib models types public content cli/program/definitions middleware.ts proxy.ts instrumentation.ts
  instrumentation-client.ts mdx-components.tsx next.config.ts package-lock.json tsconfig.json postcss.config.mjs`.split(
    /\s+/,
  );
const record = inRoot('.next/dotkit-build-hash');

function* filesOf(path) {
  if (!existsSync(inRoot(path))) return;
  if (!statSync(inRoot(path)).isDirectory()) return void (yield path);
  for (const name of readdirSync(inRoot(path)).sort()) yield* filesOf(`${path}/${name}`);
}

function sourceHash() {
  const hash = createHash('sha256').update(process.version);
  for (const path of SOURCES.flatMap((source) => [...filesOf(source)])) {
    hash.update(`${path}\0`).update(
      createHash('sha256')
        .update(readFileSync(inRoot(path)))
        .digest(),
    );
  }
  return hash.digest('hex');
}

/** Whether `.next` holds a finished build of the sources as they are now. */
export const isBuilt = () =>
  existsSync(inRoot('.next/BUILD_ID')) && existsSync(record) && readFileSync(record, 'utf8') === sourceHash();

export const NEXT = 'node_modules/next/dist/bin/next';

/**
 * Builds the site unless the build is fresh; `run(script, args, env)` runs a program and resolves to its exit code.
 * Returns whether a fresh build is there. `env` must name engines that answer: the home page is prerendered
 * from what the catalogue holds.
 */
export async function ensureBuilt(env, run) {
  if (isBuilt()) return true;
  const started = performance.now();
  say('building the site (next build)');
  const hash = sourceHash();
  rmSync(record, { force: true });
  rmSync(inRoot('.next/BUILD_ID'), { force: true });
  // Next writes every NEXT_PUBLIC_ value into the build, but one build must serve every identity.
  const entries = Object.entries(env).filter(([name]) => !name.startsWith('NEXT_PUBLIC_'));
  const buildEnv = { ...Object.fromEntries(entries), NODE_ENV: 'production', __NEXT_PROCESSED_ENV: 'true' };
  if ((await run(NEXT, ['build'], buildEnv)) !== 0 || !existsSync(inRoot('.next/BUILD_ID'))) return false;
  writeFileSync(record, hash);
  say(`site built (${seconds(started)})`);
  return true;
}
