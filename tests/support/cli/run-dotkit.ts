import { spawn } from 'node:child_process';
import { join } from 'node:path';

export const BIN = join(import.meta.dirname, '../../../cli/bin/dotkit.mjs');

export type Ran = { status: number | null; signal: NodeJS.Signals | null; stdout: string; stderr: string };
type Surroundings = { cwd?: string; env?: Record<string, string>; input?: string; bin?: string };

/** Settings of whoever runs the tests must not decide what they see. */
function cleanEnv(more: Record<string, string>): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR, LANG } = process.env;
  return { NODE_ENV: 'production', PATH, HOME, ...(TMPDIR ? { TMPDIR } : {}), ...(LANG ? { LANG } : {}), ...more };
}

/** Runs the command as a person does: through its launcher, in a process of its own, without a terminal. */
export function dotkit(
  args: readonly string[],
  { cwd, env = {}, input = '', bin = BIN }: Surroundings = {},
): Promise<Ran> {
  const child = spawn(process.execPath, [bin, ...args], {
    ...(cwd === undefined ? {} : { cwd }),
    env: cleanEnv(env),
    stdio: 'pipe',
  });
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      said[name] += text;
    });
  }
  // A command that asks nothing has closed its input by then.
  child.stdin.on('error', () => undefined).end(input);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status, signal) => resolve({ status, signal, ...said }));
  });
}
