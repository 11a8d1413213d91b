import { realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join, relative, resolve } from 'node:path';

import type { OperatingSystem } from '@/types/module';

import { CliError, EXIT } from '../errors';
import type { Home } from '../types';

type Surroundings = {
  /** `--root`, if it was given. */
  root: string | undefined;
  env: NodeJS.ProcessEnv;
  platform: NodeJS.Platform;
  arch: string;
  umask: number;
};

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

function realRoot(wanted: string): string {
  let root: string;
  try {
    root = realpathSync(wanted);
  } catch {
    throw new CliError('root_missing', EXIT.usage, `There is no folder ${wanted}.`, ['--root names a home directory.']);
  }
  if (!statSync(root).isDirectory()) throw new CliError('root_missing', EXIT.usage, `${wanted} is not a folder.`);
  return root;
}

/**
 * The home directory and what the prefixes of destinations mean in it. XDG variables count when they are absolute; with
 * `--root` only when they lie inside it, so that work on another home never leaves that home.
 * @throws CliError `root_missing`
 */
export function resolveHome({ root: wanted, env, platform, arch, umask }: Surroundings): Home {
  const root = realRoot(resolve(wanted ?? env.HOME ?? homedir()));
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
  return { root, dirs, own, os: SYSTEMS[platform] ?? 'linux', arch, umask };
}

/**
 * Files written into somebody else's home would belong to the wrong person, and what lies there is not to be trusted.
 * @throws CliError `foreign_home` unless forced, `unsupported_system` on Windows
 */
export function assertOwnHome(home: Home, force: boolean): void {
  if (home.os === 'windows') {
    throw new CliError('unsupported_system', EXIT.incompatible, 'dotkit works on Linux and macOS.', [
      'On Windows, use it inside WSL.',
    ]);
  }
  const owner = statSync(home.root).uid;
  if (force || owner === process.getuid?.()) return;
  throw new CliError('foreign_home', EXIT.failure, `${home.root} belongs to another user (uid ${owner}).`, [
    'Work as that user, or name another home with --root. With --force it is done all the same.',
  ]);
}
