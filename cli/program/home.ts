import { realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join, relative, resolve } from 'node:path';

import type { OperatingSystem } from '@/types/module';

import { CliError, EXIT } from '../errors';
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

const isInside = (path: string, folder: string): boolean => {
  const steps = relative(folder, path);
  return steps === '' || (!steps.startsWith('..') && !isAbsolute(steps));
};

function realFolder(path: string): string {
  try {
    const real = realpathSync(path);
    if (statSync(real).isDirectory()) return real;
  } catch {
    // What it is instead is said below.
  }
  throw new CliError('no_home', EXIT.usage, `${path} is no folder that can be worked in.`, [
    'Name an existing home directory with --root.',
  ]);
}

/** Files written into somebody else's home would belong to the wrong person, and what lies there is not to be trusted. */
function assertOwnHome(root: string): void {
  const owner = statSync(root).uid;
  if (owner === process.getuid?.()) return;
  throw new CliError('foreign_home', EXIT.failure, `${root} belongs to another user (uid ${owner}).`, [
    'Work as that user, or name another home with --root. With --force it is done all the same.',
  ]);
}

/**
 * The home directory and what the prefixes of destinations mean in it. XDG variables count when they are absolute; with
 * `--root` only when they lie inside it, so that work on another home never leaves that home.
 * @throws CliError `no_home`, `foreign_home` unless forced
 */
export function findHome({ root: wanted, force }: HomeOptions, env: Environment): Home {
  const root = realFolder(resolve(wanted ?? (env.HOME || homedir())));
  if (!force) assertOwnHome(root);
  const folder = (variable: string, fallback: string): string => {
    const value = env[variable] ?? '';
    const counts = isAbsolute(value) && (wanted === undefined || isInside(value, root));
    return counts ? resolve(value) : join(root, fallback);
  };
  const dirs = {
    home: root,
    config: folder('XDG_CONFIG_HOME', '.config'),
    data: folder('XDG_DATA_HOME', '.local/share'),
    state: folder('XDG_STATE_HOME', '.local/state'),
    cache: folder('XDG_CACHE_HOME', '.cache'),
    bin: join(root, '.local/bin'),
  };
  const own = {
    state: join(dirs.state, 'dotkit'),
    data: join(dirs.data, 'dotkit'),
    config: join(dirs.config, 'dotkit'),
    cache: join(dirs.cache, 'dotkit'),
  };
  const { platform, arch } = process;
  return { root, dirs, own, os: SYSTEMS[platform] ?? 'linux', arch, umask: process.umask() };
}
