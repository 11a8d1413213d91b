import { createHash } from 'node:crypto';
import {
  closeSync,
  constants,
  copyFileSync,
  fchmodSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

import { CliError, EXIT } from '../errors';
import type { Home, Ref, Sha256 } from '../types';
import { partsOf } from './modules';
import { besideName } from './private-file';
import type { Unpacked } from './unpack';

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** Where the files of one version lie that links lead to. Another archive of the same version lies elsewhere. */
export function storeFolderOf(home: Home, ref: Ref, version: string, sha256: Sha256): string {
  const { namespace, name } = partsOf(ref);
  return join(home.own.data, 'store', namespace, name, `${version}-${sha256.slice(0, 12)}`);
}

/** Makes the folders from `base` down to a path. One that is a link, or no folder, is not gone through. */
function makeFolders(base: string, path: string): void {
  mkdirSync(base, { recursive: true, mode: 0o700 });
  let at = base;
  for (const name of relative(base, path).split(sep)) {
    at = join(at, name);
    try {
      if (!lstatSync(at).isDirectory())
        throw new CliError('path_obstructed', EXIT.conflict, `${at} is no folder of dotkit's. Move it away first.`);
    } catch (error) {
      if (!isMissing(error)) throw error;
      mkdirSync(at, { mode: 0o700 });
    }
  }
}

function holds(path: string, sha256: Sha256, perm: number): boolean {
  try {
    const state = lstatSync(path);
    if (!state.isFile() || (state.mode & 0o777) !== perm) return false;
    return createHash('sha256').update(readFileSync(path)).digest('hex') === sha256;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

function writeTo(temporary: string, file: Unpacked, perm: number): void {
  if ('bytes' in file) writeFileSync(temporary, file.bytes, { flag: 'wx', mode: 0o600 });
  else copyFileSync(file.temporary, temporary, constants.COPYFILE_EXCL);
  const fd = openSync(temporary, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    fchmodSync(fd, perm);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** Puts one file into a version's store folder, read-only; what is there already and right stays. */
export function putIntoStore(home: Home, folder: string, file: Unpacked, executable: boolean): void {
  const path = join(folder, file.path);
  const perm = executable ? 0o555 : 0o444;
  makeFolders(home.own.data, dirname(path));
  if (holds(path, file.sha256, perm)) return;
  const temporary = besideName(path);
  try {
    writeTo(temporary, file, perm);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
