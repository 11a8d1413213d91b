import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { takeLock } from './data-lock.mjs';
import { ENGINES, startEngines } from './engines.mjs';
import { writePrivateJson } from './files.mjs';
import { nodeCommandForMongodb } from './glibc.mjs';

const STOP_DEADLINE_MS = 20_000;
/** Set for the process that was started with a fitting C library, so that it does not look for one again. */
const READY_MARK = 'DOTKIT_ENGINES_LIBC';
/** Valkey runs on Node's WASI, which announces itself as experimental on every start. */
const QUIET = '--disable-warning=ExperimentalWarning';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '.dotkit/data' },
    only: { type: 'string', default: ENGINES.join(',') },
    origin: { type: 'string', multiple: true, default: [] },
  },
});
const dataDir = resolve(values.data);
const only = values.only.split(',').filter(Boolean);

async function run() {
  const unknown = only.find((name) => !ENGINES.includes(name));
  if (unknown) throw new Error(`There is no engine "${unknown}"; there are ${ENGINES.join(', ')}.`);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const releaseLock = await takeLock(dataDir);
  const handOver = join(dataDir, 'engines.json');
  rmSync(handOver, { force: true });
  let engines;
  try {
    engines = await startEngines({ dataDir, only, origins: values.origin });
  } catch (error) {
    releaseLock();
    throw error;
  }
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), STOP_DEADLINE_MS).unref();
    rmSync(handOver, { force: true });
    await engines.close();
    releaseLock();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, stop);
  // A launcher that was killed cannot send a signal, but its end of the channel closes.
  process.on('disconnect', stop);
  writePrivateJson(handOver, { pid: process.pid, startedAt: new Date().toISOString(), env: engines.env });
  process.send?.({ ready: true, env: engines.env });
  console.log('dotkit engines ready');
}

/** The same program under a newer C library; signals are passed on, and its end is ours. */
function runUnder([command, ...first]) {
  const child = spawn(command, [...first, QUIET, fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, [READY_MARK]: '1' },
  });
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill('SIGTERM'));
  process.on('disconnect', () => child.kill('SIGTERM'));
  child.on('message', (message) => process.send?.(message));
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}

try {
  const needsLibc = only.includes('mongodb') && !process.env[READY_MARK];
  const cacheDir = join(dirname(dirname(fileURLToPath(import.meta.url))), '.dotkit/glibc');
  const command = needsLibc ? nodeCommandForMongodb(cacheDir, (line) => console.error(line)) : [process.execPath];
  if (command.length > 1) runUnder(command);
  else await run();
} catch (error) {
  console.error(`dotkit engines: ${error.message}`);
  process.exit(1);
}
