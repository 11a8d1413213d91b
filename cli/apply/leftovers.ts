import { join } from 'node:path';
import { basesOf, ownPaths } from '../own-paths';
import type { Home, Receipt, Transaction } from '../types';
import { namesIn } from './list-blobs';

/** What dotkit's temporary files are called, in a person's folders and in its own. */
const OURS = /^\.dotkit-[0-9a-f]{12}-[0-9a-f]{16}(?:-undo)?\.tmp$/;
const OWN = /\.dotkit-tmp$|\.tmp$/;

/** Temporary files that no running process can still need: only to be asked for while the process lock is held. */
export function leftovers(home: Home, receipts: readonly Receipt[], transactions: readonly Transaction[]): string[] {
  const { blobs } = ownPaths(home);
  const paths = [
    ...receipts.flatMap(({ writes }) => writes.map(({ path }) => path)),
    ...transactions.flatMap(({ changes }) => changes.map(({ path }) => path)),
  ];
  const folders = new Set(paths.map((path) => join(path, '..')));
  const within = (folder: string, name: RegExp) =>
    safeNames(folder)
      .filter((entry) => name.test(entry))
      .map((entry) => join(folder, entry));
  return [
    ...[...folders, ...basesOf(home)].flatMap((folder) => within(folder, OURS)),
    ...Object.values(home.own).flatMap((folder) => within(folder, OWN)),
    ...within(join(blobs, 'tmp'), /./),
  ];
}

function safeNames(folder: string): string[] {
  try {
    return namesIn(folder);
  } catch {
    // A file or an unreadable folder holds nothing of ours.
    return [];
  }
}
