import { closeSync, fchmodSync, openSync, readFileSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { CliError, EXIT } from '../errors';
import { ownPaths } from '../own-paths';
import type { Home, Transaction } from '../types';
import { checkpoint } from './checkpoint';
import { errnoOf } from './errno';
import { writeAll } from './file-hash';
import { transactionSchema } from './schemas';
import { syncAndClose } from './sync-files';

/** A transaction under way, or one that was killed. `nonce` is in the names of its temporary files. */
export type Journal = { nonce: string; transaction: Transaction };

const journalSchema: z.ZodType<Journal> = z.object({
  nonce: z.string().regex(/^[0-9a-f]{12}$/),
  transaction: transactionSchema,
});

const syncFolder = (path: string): Promise<void> => syncAndClose([openSync(path, 'r')]);

/** From here on until `closeJournal` or `removeJournal`, whoever comes next undoes what was begun. Durable when it resolves. */
export async function openJournal(home: Home, journal: Journal): Promise<void> {
  const { journal: path } = ownPaths(home);
  const temporary = `${path}.tmp`;
  checkpoint();
  const fd = openSync(temporary, 'w', 0o600);
  try {
    writeAll(fd, Buffer.from(JSON.stringify(journal)));
    fchmodSync(fd, 0o600);
  } catch (error) {
    closeSync(fd);
    throw error;
  }
  await syncAndClose([fd]);
  checkpoint();
  renameSync(temporary, path);
  await syncFolder(dirname(path));
  checkpoint();
}

/** Where the history keeps a transaction. */
export const transactionPath = (home: Home, id: number): string =>
  join(ownPaths(home).transactions, `${String(id).padStart(6, '0')}.json`);

/** The commit point: one rename makes the open transaction a finished one. Durable when it resolves. */
export async function closeJournal(home: Home, id: number): Promise<void> {
  const { journal, transactions } = ownPaths(home);
  checkpoint();
  renameSync(journal, transactionPath(home, id));
  checkpoint();
  await Promise.all([syncFolder(dirname(journal)), syncFolder(transactions)]);
}

/** Reads a file that `openJournal` wrote. Errors: `history_damaged` (integrity). */
export function readJournalFile(path: string): Journal | null {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null;
    throw error;
  }
  try {
    return journalSchema.parse(JSON.parse(text));
  } catch {
    throw new CliError('history_damaged', EXIT.integrity, `${path} cannot be read: it is not what dotkit wrote.`, [
      'Nothing was changed. Put it back from a backup, or move it away to go on without it.',
    ]);
  }
}

/** The transaction that was killed, if there is one. Errors: `history_damaged` (integrity). */
export const readJournal = (home: Home): Journal | null => readJournalFile(ownPaths(home).journal);
