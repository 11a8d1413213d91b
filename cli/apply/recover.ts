import { openSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { ownPaths } from '../own-paths';
import type { Home, TransactionAction } from '../types';
import type { Blobs } from './blobs';
import { checkpoint } from './checkpoint';
import { readJournal } from './journal';
import { syncAndClose } from './sync-files';
import { undo } from './undo';

/** What was undone: the command that was killed, and the paths that were left alone because somebody changed them since. */
export type Recovery = { action: TransactionAction; left: string[] };

/** Forgets the open transaction. Durable when it resolves. */
export async function removeJournal(home: Home): Promise<void> {
  const { journal } = ownPaths(home);
  checkpoint();
  rmSync(journal, { force: true });
  checkpoint();
  await syncAndClose([openSync(dirname(journal), 'r')]);
}

/**
 * Undoes a transaction that was killed, so that the home is as it was before it. Only the holder of the process lock may
 * call it. Null when there was none. Errors: `history_damaged` (integrity), `undo_incomplete` (failure).
 */
export async function recover(home: Home, blobs: Blobs): Promise<Recovery | null> {
  const journal = readJournal(home);
  if (journal === null) return null;
  const left = await undo(home, blobs, journal);
  await removeJournal(home);
  return { action: journal.transaction.action, left };
}
