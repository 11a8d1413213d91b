import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';

export type Ended = { exitCode: number | null; stdout: string; stderr: string };

const DEADLINE_SECONDS = 120;
const BIN = resolve('node_modules/.bin');

/** Variables and the folder go from one block to the next, as in the terminal of somebody who reads a page. */
const SCRIPT = `
[ -f "$SCRATCH/variables" ] && source "$SCRATCH/variables"
[ -f "$SCRATCH/folder" ] && cd "$(cat "$SCRATCH/folder")"
trap 'export -p > "$SCRATCH/variables"; pwd > "$SCRATCH/folder"' EXIT
set -ea
source "$SCRATCH/block"
`;

/**
 * An empty home directory and a folder to work in, in which blocks of shell run one after another. `npx` finds the commands of
 * this repository and never asks a registry.
 */
export class ScratchHome {
  readonly root = realpathSync(mkdtempSync(join(tmpdir(), 'dotkit-docs-')));
  private readonly env: NodeJS.ProcessEnv;

  constructor(more: Record<string, string>) {
    mkdirSync(join(this.root, 'home'));
    mkdirSync(join(this.root, 'work'));
    symlinkSync(resolve('node_modules'), join(this.root, 'work/node_modules'));
    this.env = {
      NODE_ENV: 'production',
      HOME: join(this.root, 'home'),
      PATH: `${BIN}:${dirname(process.execPath)}:/usr/local/bin:/usr/bin:/bin`,
      SCRATCH: this.root,
      LANG: 'C.UTF-8',
      NO_COLOR: '1',
      npm_config_offline: 'true',
      npm_config_update_notifier: 'false',
      ...more,
    };
  }

  write(path: string, content: string): void {
    const file = resolve(this.root, 'work', path);
    if (!file.startsWith(join(this.root, 'work/')))
      throw new Error(`${path} lies outside of the folder that is worked in.`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }

  /** Runs a block of shell to its end. The first command that fails ends it. */
  async run(code: string): Promise<Ended> {
    writeFileSync(join(this.root, 'block'), code);
    const child = spawn('timeout', [String(DEADLINE_SECONDS), 'bash', '-c', SCRIPT], {
      cwd: join(this.root, 'work'),
      env: this.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = new Promise<number | null>((done, fail) => child.once('error', fail).once('exit', done));
    const [exitCode, stdout, stderr] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
    return { exitCode, stdout, stderr };
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
