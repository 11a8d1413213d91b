import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { lockOwner } from '../../embedded/data-lock.mjs';
import { readJson } from '../../embedded/files.mjs';
import { nodeCommandForMongodb } from '../../embedded/glibc.mjs';
import { inRoot, ROOT, say } from './project.mjs';

const START_DEADLINE_MS = 60_000;
const STOP_DEADLINE_MS = 25_000;

/**
 * Starts the named engines in a process of their own on `dataDir`.
 * Resolves to `{env, child, stop}` when all are ready; rejects with a sentence when one cannot start.
 * @param {{ dataDir: string, only: string[], origins?: string[] }} options
 * @returns {Promise<{ env: Record<string, string>, child: import('node:child_process').ChildProcess | null, stop: () => Promise<void> }>}
 */
export async function startEngines({ dataDir, only, origins = [] }) {
  if (only.length === 0) return { env: {}, child: null, stop: async () => {} };
  const node = only.includes('mongodb') ? nodeCommandForMongodb(inRoot('.dotkit/glibc'), say) : [process.execPath];
  const [command, ...first] = node;
  const args = ['--disable-warning=ExperimentalWarning', inRoot('embedded/main.mjs'), '--data', dataDir];
  const options = ['--only', only.join(','), ...origins.flatMap((origin) => ['--origin', origin])];
  // A group of its own: Ctrl-C must reach the site before the engines that it stands on.
  const child = spawn(command, [...first, ...args, ...options], {
    cwd: ROOT,
    detached: true,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, DOTKIT_ENGINES_LIBC: '1' },
  });
  const env = await new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error('the embedded engines did not get ready in time'));
    }, START_DEADLINE_MS);
    child.once('error', reject);
    child.once('exit', () => {
      clearTimeout(timer);
      reject(new Error('the embedded engines could not start; see the message above'));
    });
    child.once('message', (message) => {
      clearTimeout(timer);
      child.removeAllListeners('exit');
      resolve(message.env);
    });
  });
  return { env, child, stop: () => stopChild(child, STOP_DEADLINE_MS) };
}

/** Asks a process to end and waits for it; after the deadline it is killed. */
export async function stopChild(child, deadlineMs) {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), deadlineMs);
  await ended;
  clearTimeout(timer);
}

/**
 * Environment of the engines that run on `dataDir` now, or null when none do.
 * Waits while they are starting. Throws when those that run lack one of `only`.
 */
export async function runningEngines(dataDir, only) {
  const deadline = Date.now() + START_DEADLINE_MS;
  for (let owner = lockOwner(dataDir); owner; owner = lockOwner(dataDir)) {
    const handOver = readJson(join(dataDir, 'engines.json'));
    if (handOver?.pid === owner.pid) {
      const lacking = only.filter((name) => !handOver.env.DOTKIT_EMBEDDED.split(',').includes(name));
      if (lacking.length === 0) return handOver.env;
      throw new Error(
        `the engines that run on ${dataDir} were started without ${lacking.join(', ')}: start them from the same environment`,
      );
    }
    if (Date.now() > deadline) throw new Error(`process ${owner.pid} holds ${dataDir} but its engines are not ready`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return null;
}
