import { closeSync, fstatSync, lstatSync, readlinkSync } from 'node:fs';
import type { FileState, Home } from '../types';
import { errnoOf } from './errno';
import { hashFile, openRegular } from './file-hash';
import { inParent } from './folder-handle';

const ABSENT: FileState = { type: 'absent' };
const PERM_BITS = 0o777;

function fileState(path: string): FileState {
  const fd = openRegular(path);
  if (fd === null) return { type: 'other' };
  try {
    return { type: 'file', sha256: hashFile(fd), perm: fstatSync(fd).mode & PERM_BITS };
  } finally {
    closeSync(fd);
  }
}

/** A link that became something else since it was looked at is `other`: nothing may be planned on either answer. */
function linkState(path: string): FileState {
  try {
    return { type: 'link', target: readlinkSync(path) };
  } catch (error) {
    if (errnoOf(error) === 'EINVAL') return { type: 'other' };
    throw error;
  }
}

/** What is at a path right now; a link is itself. Below a missing folder, or below a file, there is nothing. */
export function stateAt(path: string): FileState {
  try {
    const found = lstatSync(path);
    if (found.isSymbolicLink()) return linkState(path);
    if (found.isDirectory()) return { type: 'folder', perm: found.mode & PERM_BITS };
    return found.isFile() ? fileState(path) : { type: 'other' };
  } catch (error) {
    const code = errnoOf(error);
    // Nothing can be at a path that is too long.
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG') return ABSENT;
    throw error;
  }
}

/** The same for a path of the home directory, reached without following a link. Errors as in `openFolder`. */
export const stateInHome = (home: Home, path: string): FileState =>
  inParent(home, path, (folder, name) => stateAt(folder.at(name))) ?? ABSENT;
