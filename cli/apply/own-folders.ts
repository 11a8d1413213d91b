import { lstatSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { basesOf, ownPaths } from '../own-paths';
import type { Home } from '../types';
import { errnoOf } from './errno';
import { type FolderHandle, inParent, openFolder } from './folder-handle';
import { syncAndClose } from './sync-files';

/** As the XDG base directory specification asks for: nobody else reads what is configured here. */
const PRIVATE = 0o700;

function makeIn(folder: FolderHandle, name: string): void {
  try {
    mkdirSync(folder.at(name), PRIVATE);
  } catch (error) {
    if (errnoOf(error) !== 'EEXIST') throw error;
  }
}

/** Makes a folder and those above it, never through a symbolic link. Tells in which folders something is new. */
function make(home: Home, path: string): string[] {
  const opened = openFolder(home, path);
  if (opened !== null) {
    opened.close();
    return [];
  }
  if (basesOf(home).includes(path)) {
    mkdirSync(path, { recursive: true, mode: PRIVATE });
    return [];
  }
  const above = make(home, dirname(path));
  inParent(home, path, makeIn);
  return [...above, dirname(path)];
}

/** Makes a folder of dotkit's own. Errors: `path_obstructed` (conflict) where it would lie behind a symbolic link. */
export function ensureFolder(home: Home, path: string): void {
  make(home, path);
}

function closeToOthers(home: Home, path: string): void {
  inParent(home, path, (folder, name) => {
    const { mode, uid } = lstatSync(folder.at(name));
    if ((mode & 0o077) !== 0 && uid === process.getuid?.()) folder.setFolderPerm(name, PRIVATE);
  });
}

/**
 * Everything that a locked command relies on: the four own folders, closed to others, and what lies in them; durable when it resolves.
 * Errors: `path_obstructed` (conflict) where one of them would lie behind a symbolic link.
 */
export async function ensureOwnFolders(home: Home): Promise<void> {
  const { blobs, transactions, processLock } = ownPaths(home);
  const changed = [...Object.values(home.own), blobs, transactions, processLock].flatMap((path) => make(home, path));
  for (const path of Object.values(home.own)) closeToOthers(home, path);
  await syncAndClose([...new Set(changed)].flatMap((path) => openFolder(home, path)?.fd ?? []));
}
