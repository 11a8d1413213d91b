import { lstatSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { basesOf, ownPaths } from '../own-paths';
import type { Home } from '../types';
import { errnoOf } from './errno';
import { inParent, openFolder } from './folder-handle';

/** As the XDG base directory specification asks for: nobody else reads what is configured here. */
const PRIVATE = 0o700;

/** Makes a folder of dotkit's own and those above it, all private, never through a symbolic link. */
export function ensureFolder(home: Home, path: string): void {
  const opened = openFolder(home, path);
  if (opened !== null) {
    opened.close();
    return;
  }
  if (basesOf(home).includes(path)) {
    mkdirSync(path, { recursive: true, mode: PRIVATE });
    return;
  }
  ensureFolder(home, dirname(path));
  inParent(home, path, (folder, name) => {
    try {
      mkdirSync(folder.at(name), PRIVATE);
      folder.sync();
    } catch (error) {
      if (errnoOf(error) !== 'EEXIST') throw error;
    }
  });
}

function closeToOthers(home: Home, path: string): void {
  inParent(home, path, (folder, name) => {
    const { mode, uid } = lstatSync(folder.at(name));
    if ((mode & 0o077) !== 0 && uid === process.getuid?.()) folder.setFolderPerm(name, PRIVATE);
  });
}

/** Everything that a locked command relies on: the four own folders, closed to others, and what lies in them. */
export function ensureOwnFolders(home: Home): void {
  const { blobs, transactions, processLock } = ownPaths(home);
  for (const path of [...Object.values(home.own), blobs, transactions, processLock]) ensureFolder(home, path);
  for (const path of Object.values(home.own)) closeToOthers(home, path);
}
