#!/usr/bin/env node
// Runs the bundle. In the repository it is built first when a source is newer; the published package has no sources.
// Importing them would make all that they export, streams included, before anything runs.
const { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, statSync, writeSync } =
  process.getBuiltinModule('node:fs');
const { createRequire } = process.getBuiltinModule('node:module');
const { fileURLToPath } = process.getBuiltinModule('node:url');
const { Script } = process.getBuiltinModule('node:vm');

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const BUNDLE = at('../dist/dotkit.cjs');
const ROOT = at('../../');

/** The bundle's text and what its first line says; null when there is none. Plain ASCII, so that no decoding is needed. */
function readBundle() {
  try {
    const source = readFileSync(BUNDLE, 'latin1');
    return { source, ...JSON.parse(source.slice(2, source.indexOf('\n'))) };
  } catch {
    return null;
  }
}

function isFresh({ builtAt, sources }) {
  for (const source of sources) {
    const stat = statSync(ROOT + source, { throwIfNoEntry: false });
    if (stat === undefined || stat.mtimeMs >= builtAt) return false;
  }
  return true;
}

async function build() {
  process.stderr.write('dotkit: building the command, its sources are newer …\n');
  try {
    const { buildCommand } = await import('../build.mjs');
    await buildCommand();
  } catch (error) {
    const missing = error.code === 'ERR_MODULE_NOT_FOUND';
    process.stderr.write(
      missing ? 'dotkit: run npm install first.\n' : `dotkit: the build failed.\n${error.message}\n`,
    );
    process.exit(1);
  }
}

/** What V8 compiled in an earlier run of the same command: most of a start is compiling. Refused by V8 when it does not fit. */
function cachePath(id) {
  const command = process.argv.slice(2).find((word) => /^[a-z]{1,12}$/.test(word)) ?? 'none';
  return at(`../dist/${id}-${process.versions.v8}-${process.arch}-${command}.cache`);
}

function readCache(path) {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** Written whole or not at all: V8 trusts what it reads. Where the folder is not ours, starts are merely slower. */
function writeCache(path, script) {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    const file = openSync(temporary, 'wx', 0o644);
    writeSync(file, script.createCachedData());
    fsyncSync(file);
    closeSync(file);
    renameSync(temporary, path);
  } catch {
    // Nothing depends on it.
  }
}

let bundle = readBundle();
if (existsSync(at('../main.ts')) && (bundle === null || !isFresh(bundle))) {
  await build();
  bundle = readBundle();
}
const cache = cachePath(bundle.id);
const cachedData = readCache(cache);
const script = new Script(bundle.source, { filename: BUNDLE, cachedData });
if (cachedData === undefined || script.cachedDataRejected) {
  process.on('exit', (exitCode) => {
    // A command line that was not understood says nothing about how the command runs.
    if (exitCode !== 64) writeCache(cache, script);
  });
}
script.runInThisContext()(createRequire(import.meta.url));
