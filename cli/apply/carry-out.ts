import { linkSync, mkdirSync, renameSync, rmdirSync, symlinkSync, unlinkSync } from 'node:fs';
import { CliError, EXIT } from '../errors';
import { sameState } from '../plan/states';
import type { Change, FileState, Home } from '../types';
import { checkpoint } from './checkpoint';
import { errnoOf } from './errno';
import { type FolderHandle, inParent } from './folder-handle';
import { stateAt } from './state-at';

export const changedMeanwhile = (path: string): CliError =>
  new CliError('changed_meanwhile', EXIT.conflict, `${path} was changed while dotkit was at work. Nothing was kept.`, [
    'Run the command again to see the new plan.',
  ]);

/** Of a folder only the kind counts: its mode is the person's, and what lies in it decides whether it goes. */
const holds = (expected: FileState, found: FileState): boolean =>
  expected.type === 'folder' ? found.type === 'folder' : sameState(expected, found);

const isFileOrLink = (state: FileState): boolean => state.type === 'file' || state.type === 'link';

/** Puts a finished temporary file in place. A new name is linked, so that a file that appeared meanwhile is never replaced. */
function putInPlace(folder: FolderHandle, temporary: string, name: string, isNew: boolean): void {
  if (isNew) {
    try {
      linkSync(folder.at(temporary), folder.at(name));
      checkpoint();
      unlinkSync(folder.at(temporary));
      return;
    } catch (error) {
      // File systems without hard links say one of these.
      if (!['EPERM', 'EACCES', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK'].includes(errnoOf(error) ?? '')) throw error;
    }
  }
  renameSync(folder.at(temporary), folder.at(name));
}

function putLink(folder: FolderHandle, temporary: string, name: string, target: string, isNew: boolean): void {
  symlinkSync(target, folder.at(isNew ? name : temporary));
  checkpoint();
  if (!isNew) renameSync(folder.at(temporary), folder.at(name));
}

/** While files are put into a folder, its owner may write there; `sealFolder` sets the mode that it is to have. */
const OWNER_BITS = 0o700;
export const needsSeal = ({ after }: Change): boolean =>
  after.type === 'folder' && (after.perm & OWNER_BITS) !== OWNER_BITS;

/** Gives a folder the mode that forbids even its owner something, after all else was done. */
export function sealFolder(home: Home, { path, after }: Change): void {
  if (after.type === 'folder') inParent(home, path, (folder, name) => folder.setFolderPerm(name, after.perm));
}

function makeFolder(folder: FolderHandle, name: string, before: FileState, perm: number): void {
  if (isFileOrLink(before)) unlinkSync(folder.at(name));
  checkpoint();
  if (before.type !== 'folder') mkdirSync(folder.at(name), OWNER_BITS);
  checkpoint();
  folder.setFolderPerm(name, perm | OWNER_BITS);
}

/** Removes a folder unless something lies in it: then it stays, and that is no failure. */
function removeFolder(folder: FolderHandle, name: string): boolean {
  try {
    rmdirSync(folder.at(name));
    return true;
  } catch (error) {
    if (errnoOf(error) === 'ENOTEMPTY' || errnoOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Removes a folder that is to go. One that is not empty stays, unless something else is to have its place. */
function clear(folder: FolderHandle, name: string, { path, before, after }: Change): void {
  if (before.type !== 'folder' || removeFolder(folder, name) || after.type === 'absent') return;
  throw new CliError('folder_not_empty', EXIT.conflict, `${path} is a folder that is not empty. Nothing was kept.`);
}

function step(folder: FolderHandle, name: string, temporary: string, change: Change): void {
  const { path, before, after } = change;
  const found = stateAt(folder.at(name));
  // Somebody else made the folder first, as any program that keeps its settings there may: it is there, that is all we need.
  if (before.type === 'absent' && after.type === 'folder' && found.type === 'folder') return;
  if (!holds(before, found)) throw changedMeanwhile(path);
  if (after.type === 'folder') {
    makeFolder(folder, name, before, after.perm);
    return;
  }
  clear(folder, name, change);
  const isNew = !isFileOrLink(before);
  if (after.type === 'file') putInPlace(folder, temporary, name, isNew);
  if (after.type === 'link') putLink(folder, temporary, name, after.target, isNew);
  if (after.type === 'absent' && !isNew) unlinkSync(folder.at(name));
}

/**
 * Carries out one change whose new content, if it has any, waits in the temporary file beside it.
 * Errors: `changed_meanwhile`, `path_obstructed`, `folder_not_empty` (conflict).
 */
export function carryOut(home: Home, change: Change, temporary: string): void {
  try {
    checkpoint();
    const isDone = inParent(home, change.path, (folder, name) => {
      step(folder, name, temporary, change);
      return true;
    });
    if (isDone === null && change.after.type !== 'absent') throw changedMeanwhile(change.path);
    checkpoint();
  } catch (error) {
    // Something appeared, or went, between the look and the write.
    const code = errnoOf(error);
    if (code === 'EEXIST' || code === 'ENOENT') throw changedMeanwhile(change.path);
    throw error;
  }
}
