import { lstatSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isWithin, ownPaths } from '../own-paths';
import type { Home, Receipt, Transaction } from '../types';
import { openBlobs } from './blobs';
import { leftovers } from './leftovers';
import { listBlobs, namesIn } from './list-blobs';
import { namedContents } from './named-contents';

/** What was removed, in number and bytes. */
export type Pruned = { contents: number; storeFolders: number; leftovers: number; bytes: number };

/** Folders of the store that neither a module that is installed nor a link anywhere in the history leads to. */
function unusedStoreFolders(home: Home, receipts: readonly Receipt[], transactions: readonly Transaction[]): string[] {
  const { store } = ownPaths(home);
  const all = namesIn(store).flatMap((namespace) =>
    namesIn(join(store, namespace)).flatMap((name) =>
      namesIn(join(store, namespace, name)).map((version) => join(store, namespace, name, version)),
    ),
  );
  const targets = transactions.flatMap(({ changes }) =>
    changes.flatMap(({ before, after }) =>
      [before, after].flatMap((state) => (state.type === 'link' ? state.target : [])),
    ),
  );
  const isUsed = (folder: string): boolean =>
    receipts.some(({ storeFolder }) => storeFolder === folder) || targets.some((target) => isWithin(folder, target));
  return all.filter((folder) => !isUsed(folder));
}

/**
 * Removes what nothing needs any more: contents that no transaction, receipt or stored file names, store folders that nothing leads
 * to, temporary files. Only while the process lock is held and no transaction is open. Every way back stays open.
 */
export function prune(home: Home, receipts: readonly Receipt[], transactions: readonly Transaction[]): Pruned {
  const folders = unusedStoreFolders(home, receipts, transactions);
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  const named = namedContents(home, receipts, transactions);
  const blobs = openBlobs(home);
  const unnamed = listBlobs(home).filter((sha256) => !named.has(sha256));
  let bytes = 0;
  for (const sha256 of unnamed) {
    bytes += lstatSync(blobs.pathOf(sha256)).size;
    rmSync(blobs.pathOf(sha256));
  }
  const left = leftovers(home, receipts, transactions);
  for (const path of left) rmSync(path, { force: true });
  return { contents: unnamed.length, storeFolders: folders.length, leftovers: left.length, bytes };
}
