import {
  closeSync,
  constants,
  copyFileSync,
  fchmodSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

import { inParent } from '../apply/folder-handle';
import { ensureFolder } from '../apply/own-folders';
import { stateInHome } from '../apply/state-at';
import { baseOf, ownPaths } from '../own-paths';
import type { Home, Ref, Sha256 } from '../types';
import { partsOf } from './modules';
import { temporaryName } from './temporary-name';
import type { Unpacked } from './unpack';

/** Where the files of one version lie that links lead to. Another archive of the same version lies elsewhere. */
export function storeFolderOf(home: Home, ref: Ref, version: string, sha256: Sha256): string {
  const { namespace, name } = partsOf(ref);
  return join(ownPaths(home).store, namespace, name, `${version}-${sha256.slice(0, 12)}`);
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

/** A look without changes keeps what it fetches in a folder of its own outside of the home, which then is trusted as one of its bases. */
const reaching = (home: Home): Home =>
  baseOf(home, home.own.data) === null ? { ...home, dirs: { ...home.dirs, data: home.own.data } } : home;

/**
 * Puts one file into a version's store folder, read-only; what is there already and right stays. No link is followed on the way.
 * @throws CliError path_obstructed (3)
 */
export function putIntoStore(owner: Home, folder: string, file: Unpacked, executable: boolean): void {
  const home = reaching(owner);
  const path = join(folder, file.path);
  const perm = executable ? 0o555 : 0o444;
  ensureFolder(home, dirname(path));
  const there = stateInHome(home, path);
  if (there.type === 'file' && there.sha256 === file.sha256 && there.perm === perm) return;
  inParent(home, path, (parent, name) => {
    const temporary = parent.at(temporaryName());
    try {
      writeTo(temporary, file, perm);
      renameSync(temporary, parent.at(name));
      parent.sync();
    } catch (error) {
      rmSync(temporary, { force: true });
      throw error;
    }
  });
}
