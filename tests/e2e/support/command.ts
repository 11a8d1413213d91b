import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { lstatSync, mkdtempSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';

const BIN = resolve('node_modules/.bin/dotkit');

export type Ended = { code: number; out: string; err: string };

/** The command as a person types it, in a home and a folder of their own. Nothing of this machine's environment reaches it. */
export class Terminal {
  readonly home = mkdtempSync(join(tmpdir(), 'dotkit-home-'));
  #typed = '';

  constructor(
    private readonly registry: string,
    private readonly cwd: string,
  ) {}

  start(...args: string[]) {
    const child = spawn(process.execPath, [BIN, ...args], {
      cwd: this.cwd,
      env: {
        PATH: process.env.PATH,
        NODE_ENV: 'production',
        HOME: this.home,
        DOTKIT_REGISTRY: this.registry,
        NO_COLOR: '1',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (bytes: Buffer) => {
      out += bytes.toString();
    });
    child.stderr.on('data', (bytes: Buffer) => {
      err += bytes.toString();
    });
    const ended = once(child, 'close').then(([code]): Ended => ({ code: code ?? -1, out, err }));
    return { said: () => out + err, ended };
  }

  /** Runs a command to its end. Fails with everything that was printed when it ends in another way than expected. */
  async run(code: number, ...args: string[]): Promise<string> {
    this.#typed = `dotkit ${args.join(' ')}`;
    const ended = await this.start(...args).ended;
    if (ended.code !== code)
      throw new Error(`${this.#typed} ended with ${ended.code}, not ${code}:\n${ended.out}\n${ended.err}`);
    return ended.out + ended.err;
  }

  /** Everything below the home but what is dotkit's own: content, permissions and links, by path. */
  tree(): Record<string, string> {
    const found: Record<string, string> = {};
    const walk = (folder: string) => {
      for (const name of readdirSync(folder).sort()) {
        const path = join(folder, name);
        const inside = relative(this.home, path);
        if (OWN.has(inside)) continue;
        const about = lstatSync(path);
        const perm = (about.mode & 0o777).toString(8);
        if (about.isSymbolicLink()) found[inside] = `-> ${readlinkSync(path)}`;
        else if (about.isDirectory()) walk(path);
        else found[inside] = `${perm} ${readFileSync(path, 'latin1')}`;
        if (about.isDirectory() && !HOLDS_OWN.has(inside)) found[`${inside}/`] = perm;
      }
    };
    walk(this.home);
    return found;
  }
}

const OWN = new Set(['.config/dotkit', '.local/share/dotkit', '.local/state/dotkit', '.cache/dotkit']);
/** Folders that hold dotkit's own ones, and stay with them. */
const HOLDS_OWN = new Set(['.config', '.local', '.local/share', '.local/state', '.cache']);
