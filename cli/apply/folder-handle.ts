import { closeSync, constants, existsSync, fchmodSync, fsyncSync, lstatSync, openSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { CliError, EXIT } from '../errors';
import { baseOf } from '../own-paths';
import type { Home } from '../types';
import { errnoOf } from './errno';

/**
 * Linux names an open folder `/proc/self/fd/N`: what is done below that name happens in that very folder, whatever became of
 * its path meanwhile. Elsewhere every component is looked at right before, which leaves a window of microseconds.
 */
const HAS_PROC = existsSync('/proc/self/fd');
const OPEN_FOLDER = constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW;

/** A folder of the home directory that was reached without following a symbolic link. */
export class FolderHandle {
  constructor(
    private readonly path: string,
    readonly fd: number,
  ) {}

  /** The path by which one entry of this folder is worked on. */
  at(name: string): string {
    return HAS_PROC ? `/proc/self/fd/${this.fd}/${name}` : join(this.path, name);
  }

  /** Sets the mode of a folder in this one; a link that took its place is not followed. */
  setFolderPerm(name: string, perm: number): void {
    const fd = openSync(this.at(name), OPEN_FOLDER);
    try {
      fchmodSync(fd, perm);
    } finally {
      closeSync(fd);
    }
  }

  /** Makes the names in this folder durable. */
  sync(): void {
    fsyncSync(this.fd);
  }

  close(): void {
    closeSync(this.fd);
  }
}

const obstructed = (path: string): CliError =>
  new CliError(
    'path_obstructed',
    EXIT.conflict,
    `${path} is a symbolic link or no folder; nothing is written through it.`,
    [
      'Replace it by a real folder. If it is an XDG folder that you moved, let its XDG_… variable name where it is now.',
    ],
  );

function openComponent(at: string, path: string): number | null {
  try {
    if (!HAS_PROC && !lstatSync(at).isDirectory()) throw obstructed(path);
    return openSync(at, OPEN_FOLDER);
  } catch (error) {
    const code = errnoOf(error);
    if (code === 'ENOENT') return null;
    if (code === 'ELOOP' || code === 'ENOTDIR' || code === 'EMLINK') throw obstructed(path);
    throw error;
  }
}

/**
 * Opens a folder at or below one of the home's bases, component by component. Null when one of them does not exist.
 * Errors: `path_obstructed` (conflict) for a link or a file on the way, `outside_home` (failure) for any other place.
 */
export function openFolder(home: Home, path: string): FolderHandle | null {
  const base = baseOf(home, join(path, '_'));
  if (base === null) throw new CliError('outside_home', EXIT.failure, `${path} lies outside the home directory.`);
  let at = base;
  let fd = openComponent(base, base);
  for (const name of relative(base, path).split(sep)) {
    if (fd === null) return null;
    if (name === '') continue;
    const parent = fd;
    at = join(at, name);
    try {
      fd = openComponent(HAS_PROC ? `/proc/self/fd/${parent}/${name}` : at, at);
    } finally {
      closeSync(parent);
    }
  }
  return fd === null ? null : new FolderHandle(path, fd);
}

/** Does something with one path by way of its opened parent folder. Null when that folder does not exist. */
export function inParent<T>(home: Home, path: string, act: (folder: FolderHandle, name: string) => T): T | null {
  const folder = openFolder(home, dirname(path));
  if (folder === null) return null;
  try {
    return act(folder, basename(path));
  } finally {
    folder.close();
  }
}
