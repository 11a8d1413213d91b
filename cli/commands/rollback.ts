import { openBlobs } from '../apply/blobs';
import { openDisk } from '../apply/disk';
import { readHistory, transactionIds } from '../apply/history';
import { runLocked, type Session, settle } from '../apply/run-locked';
import { commit } from '../apply/transaction';
import type { Command, Context, Outcome } from '../context';
import { CliError, EXIT } from '../errors';
import { planRollback, type RollbackPlan, type RollbackStep } from '../plan/rollback';
import type { FileState, Transaction } from '../types';
import { patchLines } from '../ui/patch';
import { shortPath } from '../ui/short-path';
import { paint, t } from '../ui/text';

/** The id to return to: right after it, the home is as it was then. */
function targetOf(ids: readonly number[], given: string | undefined): number {
  const last = ids.at(-1);
  if (given === undefined) {
    if (last !== undefined) return ids.at(-2) ?? 0;
    throw new CliError('nothing_to_roll_back', EXIT.failure, 'Nothing was ever done here, so nothing can be undone.');
  }
  if (!/^\d{1,15}$/.test(given)) {
    throw new CliError(
      'bad_id',
      EXIT.usage,
      `“${given}” is no transaction. Give the number that dotkit history shows.`,
    );
  }
  const id = Number(given);
  if (id === 0 || ids.includes(id)) return id;
  throw new CliError('unknown_transaction', EXIT.failure, `There is no transaction ${id}.`, [
    'dotkit history lists those that there are; 0 is the state before all of them.',
  ]);
}

/** Between the target and now no transaction may be missing: what it did could not be undone. */
function transactionsAfter({ home }: Context, target: number): Transaction[] {
  const transactions = readHistory(home, target);
  transactions.forEach(({ id }, at) => {
    if (id === target + 1 + at) return;
    throw new CliError('history_gap', EXIT.integrity, `Transaction ${target + 1 + at} is missing from the history.`, [
      `Only what came after it can be undone: dotkit rollback ${id - 1}`,
    ]);
  });
  return transactions;
}

function planOf(context: Context, { home, blobs, disk }: Session, transactions: readonly Transaction[]): RollbackPlan {
  return planRollback({ home, disk, contents: blobs, transactions, force: context.options.force });
}

const textOfState = (state: FileState, read: (sha256: string) => Buffer | null): string | null => {
  if (state.type === 'absent') return '';
  const bytes = state.type === 'file' ? read(state.sha256) : null;
  return bytes === null || bytes.includes(0) ? null : bytes.toString('utf8');
};

function show({ out, home }: Context, session: Session, plan: RollbackPlan): void {
  for (const { ref, from, to } of plan.modules)
    out.line(t`${paint.bold(ref)}  ${from ?? 'not installed'} → ${to ?? 'not installed'}`);
  for (const { path, action, reason, change } of plan.steps) {
    if (action === 'unchanged') continue;
    out.line(t`${action.padEnd(9)} ${shortPath(home, path)}${reason === undefined ? '' : t` (${reason})`}`);
    if (change === null) continue;
    const read = (sha256: string) => plan.made.get(sha256) ?? session.blobs.read(sha256);
    const before = change.before.type === 'file' ? session.disk.bytes(path) : null;
    const old = before === null ? textOfState(change.before, read) : textOfState(change.before, () => before);
    const next = textOfState(change.after, read);
    if (old !== null && next !== null && old !== next) for (const line of patchLines(old, next)) out.line(line);
  }
}

const documentOf = (target: number, plan: RollbackPlan, transaction: number | null) => ({
  target,
  transaction,
  modules: plan.modules,
  steps: plan.steps.map(({ path, action, reason }) => ({ path, action, ...(reason && { reason }) })),
});

function assertNoConflict({ home }: Context, steps: readonly RollbackStep[]): void {
  const conflicts = steps.filter(({ action }) => action === 'conflict');
  if (conflicts.length === 0) return;
  throw new CliError(
    'rollback_conflict',
    EXIT.conflict,
    'Some files were changed since, so nothing was written. With --force the earlier state wins; what you edited is kept, and another rollback brings it back.',
    conflicts.map(({ path, reason }) => `${shortPath(home, path)}: ${reason ?? 'in conflict'}`),
  );
}

async function carryOut(context: Context, session: Session, target: number, plan: RollbackPlan): Promise<Outcome> {
  if (plan.changes.length === 0) {
    context.out.line(t`Nothing to do: the home is in that state already.`);
    return { exitCode: EXIT.ok, json: documentOf(target, plan, null) };
  }
  if (!(await context.ask.confirm(t`Return to the state after transaction ${target}?`))) {
    throw new CliError('declined', EXIT.failure, 'Nothing was changed.');
  }
  const { modules, changes, made } = plan;
  const done = await commit(session, { action: 'rollback', modules, changes, made });
  context.out.line(t`Rolled back. This is transaction ${done?.id ?? target}; dotkit rollback undoes it.`);
  return { exitCode: EXIT.ok, json: documentOf(target, plan, done?.id ?? null) };
}

/** Undoes the last transaction, or returns to the state right after the one that is named. */
export const rollback: Command = async (context, [given]) => {
  const { home, options } = context;
  const planned = (session: Session) => {
    const target = targetOf(transactionIds(home), given);
    const plan = planOf(context, session, transactionsAfter(context, target));
    show(context, session, plan);
    assertNoConflict(context, plan.steps);
    return { target, plan };
  };
  if (options.dryRun) {
    await settle(context);
    const { target, plan } = planned({ home, blobs: openBlobs(home), disk: openDisk(home) });
    const exitCode = plan.changes.length > 0 ? EXIT.wouldChange : EXIT.ok;
    return { exitCode, json: documentOf(target, plan, null) };
  }
  return runLocked(context, async (session) => {
    const { target, plan } = planned(session);
    return carryOut(context, session, target, plan);
  });
};
