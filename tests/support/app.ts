import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { ensureBuilt, NEXT } from '../../scripts/lib/build.mjs';
import { stopChild } from '../../scripts/lib/engines.mjs';
import { inRoot, ROOT } from '../../scripts/lib/project.mjs';
import { callJob, waitForHealth } from '../../scripts/lib/site.mjs';

const HEALTH_DEADLINE_MS = 60_000;
const STOP_DEADLINE_MS = 15_000;

type Env = Record<string, string>;
export type App = {
  base: string;
  /** The signal that ended the server, once it has ended by itself or by us. */
  ended: Promise<string | null>;
  kill: () => void;
  stop: () => Promise<void>;
};

function spawnNode(args: string[], env: Env): ChildProcess {
  return spawn(process.execPath, args, {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: env as NodeJS.ProcessEnv,
  });
}

const runToEnd = async (script: string, args: string[], env: Env): Promise<number> => {
  const [code] = await once(spawnNode([inRoot(script), ...args], env), 'exit');
  return code ?? 1;
};

async function freePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port is free');
  return address.port;
}

/** The environment of a production server on these engines, and nothing that the caller's own may hold. */
async function serverEnv(engines: Env, more: Env): Promise<{ base: string; port: number; env: Env }> {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: process.env.HOME ?? '',
    ...engines,
    APP_URL: base,
    RATE_LIMIT_SCALE: '1000',
    CRON_SECRET: randomBytes(16).toString('hex'),
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    __NEXT_PROCESSED_ENV: 'true',
    ...more,
  };
  return { base, port, env };
}

/** Builds the site unless its build is fresh. Throws when that fails. */
export async function requireBuild(engines: Env): Promise<void> {
  const { env } = await serverEnv(engines, {});
  if (!(await ensureBuilt(env, runToEnd))) throw new Error('the build failed; see its message above');
}

/** The built site on these engines, as `npm start` runs it; with `worker`, its jobs too. */
export async function startApp(engines: Env, { worker = false, failPoint = '' } = {}): Promise<App> {
  const { base, port, env } = await serverEnv(engines, failPoint ? { DOTKIT_FAIL_POINT: failPoint } : {});
  const server = spawnNode([inRoot(NEXT), 'start', '-H', '127.0.0.1', '-p', String(port)], env);
  const ended = once(server, 'exit').then((how): string | null => how[1]);
  await waitForHealth(base, HEALTH_DEADLINE_MS, () => server.exitCode !== null);
  await callJob(base, 'refresh', env.CRON_SECRET);
  const jobs = worker ? spawnNode([inRoot('scripts/worker.mjs')], { ...env, DOTKIT_NO_DOTENV: '1' }) : null;
  const stop = async () => {
    await stopChild(jobs, STOP_DEADLINE_MS);
    await stopChild(server, STOP_DEADLINE_MS);
  };
  return { base, ended, kill: () => server.kill('SIGKILL'), stop };
}
