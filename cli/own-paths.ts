import { join, sep } from 'node:path';
import type { Home } from './types';

/** Whether a path is a folder or lies in it. Both are absolute and without `..`. */
export const isWithin = (folder: string, path: string): boolean =>
  path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);

/** Where dotkit keeps what it knows about one home directory. */
export const ownPaths = (home: Home) => ({
  blobs: join(home.own.data, 'blobs'),
  store: join(home.own.data, 'store'),
  installed: join(home.own.state, 'installed.json'),
  journal: join(home.own.state, 'journal.json'),
  transactions: join(home.own.state, 'transactions'),
  processLock: join(home.own.state, 'lock'),
  lock: join(home.own.config, 'dotkit.lock.json'),
  variables: join(home.own.config, 'variables.json'),
  config: join(home.own.config, 'config.json'),
  credentials: join(home.own.config, 'credentials.json'),
});

/** Whether a path belongs to dotkit itself and to no person. */
export const isOwn = (home: Home, path: string): boolean =>
  Object.values(home.own).some((folder) => isWithin(folder, path));

/**
 * The folders that paths are followed from without asking: the root, and those of the XDG folders that the person put
 * outside of it. Below them no symbolic link is ever followed.
 */
export const basesOf = (home: Home): string[] => [
  home.root,
  ...new Set(Object.values(home.dirs).filter((folder) => !isWithin(home.root, folder))),
];

/** The longest base that holds a path; null for a path that nobody allowed to be written. */
export function baseOf(home: Home, path: string): string | null {
  const holding = basesOf(home).filter((base) => path !== base && isWithin(base, path));
  return holding.sort((a, b) => b.length - a.length)[0] ?? null;
}
