import { randomBytes } from 'node:crypto';
import { CliError, EXIT } from '../errors';
import { baseOf } from '../own-paths';
import { sameState } from '../plan/states';
import type { Change, FileState, Home, ModuleMove, Sha256, Transaction, TransactionAction } from '../types';
import { applyChanges } from './apply-changes';
import type { Blobs } from './blobs';
import { changedMeanwhile } from './carry-out';
import { errnoOf } from './errno';
import { inParent } from './folder-handle';
import { transactionIds } from './history';
import { closeJournal, type Journal, openJournal } from './journal';
import { type OwnFile, ownChanges } from './own-files';
import { removeJournal } from './recover';
import type { Session } from './run-locked';
import { undo, workOf } from './undo';

/** What is to happen as one: changes of the home, contents that are in no store yet, and dotkit's own files. */
export type TransactionRequest = {
  action: TransactionAction;
  modules: ModuleMove[];
  changes: readonly Change[];
  made?: ReadonlyMap<Sha256, Buffer>;
  own?: readonly OwnFile[];
};

function assertSound(home: Home, changes: readonly Change[]): void {
  const paths = new Set<string>();
  for (const { path, before, after } of changes) {
    if (baseOf(home, path) === null) throw new Error(`${path} lies outside the home directory`);
    if (paths.has(path)) throw new Error(`${path} is changed twice`);
    if (before.type === 'other' || after.type === 'other') throw new Error(`${path} is no file`);
    paths.add(path);
  }
}

/** Keeps what stands at a path before it is replaced or removed. */
async function backUp(home: Home, blobs: Blobs, path: string, before: FileState): Promise<void> {
  if (before.type !== 'file' || blobs.has(before.sha256)) return;
  try {
    const kept = await inParent(home, path, (folder, name) => blobs.putFile(folder.at(name)));
    if (kept === before.sha256) return;
  } catch (error) {
    if (!['ENOENT', 'ELOOP', 'ENXIO'].includes(errnoOf(error) ?? '')) throw error;
  }
  throw changedMeanwhile(path);
}

async function keepContents(session: Session, changes: readonly Change[], made: Iterable<Buffer>): Promise<void> {
  const { home, blobs } = session;
  const kept = await Promise.allSettled([
    ...[...made].map((bytes) => blobs.putBytes(bytes)),
    ...changes.map(({ path, before }) => backUp(home, blobs, path, before)),
  ]);
  for (const outcome of kept) if (outcome.status === 'rejected') throw outcome.reason;
  for (const { path, after } of changes) {
    if (after.type === 'file' && !blobs.has(after.sha256)) throw new Error(`the content of ${path} is in no store`);
  }
}

function refusal(error: unknown): unknown {
  if (error instanceof CliError || errnoOf(error) === undefined) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new CliError('write_failed', EXIT.failure, 'The system refused a write, so nothing was kept.', [message]);
}

/** The same refusal, with what could not be put back because somebody else was there. */
function refusalLeaving(error: unknown, left: readonly string[]): unknown {
  if (left.length === 0 || !(error instanceof CliError)) return error;
  const details = [`Left alone, because they were changed meanwhile: ${left.join(', ')}`, ...error.details];
  return new CliError(error.code, error.exitCode, error.message, details);
}

async function apply({ home, blobs }: Session, journal: Journal): Promise<void> {
  try {
    await applyChanges(workOf(home, blobs, journal.nonce, false), journal.transaction.changes);
  } catch (error) {
    const left = await undo(home, blobs, journal);
    await removeJournal(home);
    throw refusalLeaving(refusal(error), left);
  }
}

/**
 * Carries out a transaction: all of it, or none. What it replaces is kept in the content store first; killed at any moment, the
 * next locked command undoes it. Null when there was nothing to change, which leaves no trace in the history.
 * Errors: `changed_meanwhile`, `path_obstructed`, `folder_not_empty`, `own_file_obstructed` (conflict), `blob_damaged` (integrity),
 * `write_failed`, `undo_incomplete` (failure).
 */
export async function commit(session: Session, request: TransactionRequest): Promise<Transaction | null> {
  const { home } = session;
  const own = ownChanges(home, request.own ?? []);
  const changes = [...request.changes, ...own.changes].filter(({ before, after }) => !sameState(before, after));
  if (changes.length === 0) return null;
  assertSound(home, changes);
  await keepContents(session, changes, [...(request.made?.values() ?? []), ...own.made.values()]);
  const transaction: Transaction = {
    id: (transactionIds(home).at(-1) ?? 0) + 1,
    action: request.action,
    at: new Date().toISOString(),
    modules: request.modules,
    changes,
  };
  const journal: Journal = { nonce: randomBytes(6).toString('hex'), transaction };
  await openJournal(home, journal);
  await apply(session, journal);
  await closeJournal(home, transaction.id);
  return transaction;
}
