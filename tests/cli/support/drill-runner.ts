import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Order } from './drill';

/** Compiles a script of this folder once, so that a process of it starts as fast as the command does. */
export async function buildScript(folder: string, name: string): Promise<string> {
  const outfile = join(folder, `${name}.mjs`);
  await build({
    entryPoints: [join(import.meta.dirname, name)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    tsconfig: 'tsconfig.json',
    logLevel: 'error',
  });
  return outfile;
}

/** Starts a process that carries out an order; with `killAt` it kills itself at that checkpoint. */
export function startDrill(drill: string, folder: string, order: Order, killAt = 0): ChildProcess {
  const path = join(folder, `order-${randomUUID()}.json`);
  writeFileSync(path, JSON.stringify(order));
  const env = { ...process.env, DOTKIT_KILL_AT: String(killAt) };
  return spawn(process.execPath, [drill, path], { env, stdio: ['ignore', 'pipe', 'inherit'] });
}

/** Waits for its end: how it ended, the number of transactions that it said were done, and its checkpoints. */
export async function endOf(child: ChildProcess) {
  let said = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const [exitCode, signal] = await once(child, 'close');
  const done = said.match(/^done /gm)?.length ?? 0;
  const checkpoints = Number(/^checkpoints (\d+)$/m.exec(said)?.[1] ?? 0);
  return { exitCode, signal, done, checkpoints };
}
