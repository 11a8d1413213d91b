import { ownPaths } from '../own-paths';
import type { FileState, Home, Receipt, Sha256, Transaction } from '../types';
import { hashPath } from './hash-path';
import { storeFiles } from './store-files';

const hashOf = (state: FileState): Sha256[] => (state.type === 'file' ? [state.sha256] : []);

/** Contents that a way back needs: what was replaced by a module that is installed, or by any transaction. */
export const neededContents = (receipts: readonly Receipt[], transactions: readonly Transaction[]): Set<Sha256> =>
  new Set([
    ...receipts.flatMap(({ writes }) => writes.flatMap(({ original }) => hashOf(original))),
    ...transactions.flatMap(({ changes }) => changes.flatMap(({ before }) => hashOf(before))),
  ]);

/** Contents that anything names: the way back, what was written, and what lies in the store that links lead to. */
export function namedContents(
  home: Home,
  receipts: readonly Receipt[],
  transactions: readonly Transaction[],
): Set<Sha256> {
  const stored = storeFiles(ownPaths(home).store).files.flatMap((path) => hashPath(path) ?? []);
  return new Set([
    ...neededContents(receipts, transactions),
    ...receipts.flatMap(({ writes }) => writes.flatMap(({ written }) => hashOf(written))),
    ...transactions.flatMap(({ changes }) => changes.flatMap(({ after }) => hashOf(after))),
    ...stored,
  ]);
}
