import { realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join, normalize, relative, resolve } from 'node:path';
import type { OperatingSystem } from '@/types/module';
import { CliError, EXIT } from '../errors';
import { isWithin } from '../own-paths';
import type { Home } from '../types';

type Environment = Readonly<Record<string, string | undefined>>;
type HomeOptions = { root?: string | undefined; force: boolean };

const SYSTEMS: Partial<Record<NodeJS.Platform, OperatingSystem>> = {
  linux: 'linux',
  darwin: 'macos',
  win32: 'windows',
  freebsd: 'bsd',
  openbsd: 'bsd',
  netbsd: 'bsd',
};

function realFolder(path: string): string {
  try {
    const real = realpathSync.native(path);
    if (statSync(real).isDirectory()) return real;
  } catch {}
  throw new CliError('no_home', EXIT.usage, `${path} is no folder that can be worked in.`, [
    'Name an existing home directory with --root.',
  ]);
}

/** Follows the links of the part of a path that exists: outside of the root an address is the person's own choice. */
function realAncestry(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(realAncestry(parent), relative(parent, path));
  }
}

/** A home of another user is refused: what root writes there, its owner could no longer change. */
function assertOwnHome(root: string, force: boolean): void {
  const uid = process.getuid?.();
  const owner = statSync(root).uid;
  if (force || uid === undefined || owner === uid) return;
  throw new CliError('foreign_home', EXIT.failure, `${root} belongs to another user (uid ${owner}, you are ${uid}).`, [
    'Run dotkit as the owner of that home directory, or say --force if you mean it.',
  ]);
}

/**
 * The home directory to work in: `--root` or `HOME`. XDG variables count only when they are absolute, and beside an explicit
 * `--root` only when they lie inside it, so that a trial in another folder never touches the real home.
 * Errors: `no_home` (usage), `foreign_home` (failure; not with `force`).
 */
export function findHome(options: HomeOptions, env: Environment): Home {
  const given = resolve(options.root ?? (env.HOME || homedir()));
  const root = realFolder(given);
  assertOwnHome(root, options.force);
  const folder = (variable: string, fallback: string): string => {
    const value = env[variable];
    if (value === undefined || !isAbsolute(value)) return join(root, fallback);
    const path = normalize(value).replace(/(?<=.)\/+$/, '');
    if (isWithin(given, path)) return join(root, relative(given, path));
    if (isWithin(root, path)) return path;
    return options.root === undefined ? realAncestry(path) : join(root, fallback);
  };
  const dirs = {
    home: root,
    config: folder('XDG_CONFIG_HOME', '.config'),
    data: folder('XDG_DATA_HOME', '.local/share'),
    state: folder('XDG_STATE_HOME', '.local/state'),
    cache: folder('XDG_CACHE_HOME', '.cache'),
    bin: join(root, '.local/bin'),
  };
  return {
    root,
    dirs,
    own: {
      state: join(dirs.state, 'dotkit'),
      data: join(dirs.data, 'dotkit'),
      config: join(dirs.config, 'dotkit'),
      cache: join(dirs.cache, 'dotkit'),
    },
    os: SYSTEMS[process.platform] ?? 'linux',
    arch: process.arch,
    umask: process.umask(),
  };
}
