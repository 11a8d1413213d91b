import { existsSync } from 'node:fs';
import { formatBytes } from '@/lib/utils/format-bytes';
import { type Ailment, examinePermissions, examineReading, examineSettings, examineState } from '../apply/examine';
import { readHistory } from '../apply/history';
import { readInstalled } from '../apply/installed';
import { lastGoodInstalled } from '../apply/last-good-installed';
import { lockHolder } from '../apply/process-lock';
import { type Pruned, prune } from '../apply/prune';
import { runLocked, type Session } from '../apply/run-locked';
import { commit } from '../apply/transaction';
import type { Command, Context, Outcome } from '../context';
import { EXIT } from '../errors';
import { ownPaths } from '../own-paths';
import type { Transaction } from '../types';
import { paint, t } from '../ui/text';

type Report = { ailments: Ailment[]; done: string[]; pruned: Pruned | null };

/** Puts the list of what is installed back from the history, if the person agrees. */
async function restoreInstalled(context: Context, session: Session, transactions: Transaction[]): Promise<boolean> {
  const change = lastGoodInstalled(session.home, session.blobs, transactions);
  const mayAsk = context.options.yes || context.ask.isInteractive;
  if (change === null || context.options.dryRun || !mayAsk) return false;
  if (!(await context.ask.confirm(t`Put back the list of installed modules as the last transaction left it?`)))
    return false;
  await commit(session, { action: 'rollback', modules: [], changes: [change] });
  return true;
}

async function examineInside(context: Context, session: Session, wantsPrune: boolean): Promise<Report> {
  const { home } = session;
  const settings = examineSettings(home);
  const history = examineReading('history', () => readHistory(home));
  if (history.length > 0) return { ailments: [...settings, ...history], done: [], pruned: null };
  const transactions = readHistory(home);
  const done: string[] = [];
  let installed = examineReading('state', () => readInstalled(home));
  if (installed.length > 0 && (await restoreInstalled(context, session, transactions))) {
    done.push('The list of installed modules was put back from the history.');
    installed = [];
  }
  if (installed.length > 0) {
    const advice = 'dotkit doctor --yes puts back what the last transaction left, if the history still has it.';
    return { ailments: [...settings, ...installed.map((one) => ({ ...one, advice }))], done, pruned: null };
  }
  const receipts = Object.values(readInstalled(home).modules);
  const pruned = wantsPrune && !context.options.dryRun ? prune(home, receipts, transactions) : null;
  return { ailments: [...settings, ...examineState(home, receipts, transactions)], done, pruned };
}

async function examine(context: Context, wantsPrune: boolean): Promise<Report> {
  const { home } = context;
  const holder = lockHolder(home);
  const permissions = examinePermissions(home);
  if (holder !== null) {
    const message = `Another dotkit (process ${holder.pid} on ${holder.host}) is at work here.`;
    const advice = 'Wait until it is done; everything else is looked at then.';
    return { ailments: [...permissions, { check: 'process lock', message, advice }], done: [], pruned: null };
  }
  const wasInterrupted = existsSync(ownPaths(home).journal);
  let report: Report = { ailments: [], done: [], pruned: null };
  const journal: Ailment[] = [];
  try {
    report = await runLocked(context, (session) => examineInside(context, session, wantsPrune));
    if (wasInterrupted) report.done.unshift('A command that was interrupted was undone.');
  } catch (error) {
    journal.push(
      ...examineReading('journal', () => {
        throw error;
      }),
    );
  }
  return { ...report, ailments: [...permissions, ...journal, ...report.ailments] };
}

/** Looks for what is wrong with dotkit's own files, says what to do about it, and finishes what was interrupted. */
export const doctor: Command = async (context, _args, options): Promise<Outcome> => {
  const { out } = context;
  const { ailments, done, pruned } = await examine(context, options.prune === true);
  for (const text of done) out.line(t`${paint.green('mended')}  ${text}`);
  for (const { check, message, advice } of ailments) {
    out.line(t`${paint.yellow(check)}: ${message}`);
    out.line(t`  ${advice}`);
  }
  if (pruned !== null) {
    const { contents, storeFolders, leftovers, bytes } = pruned;
    out.line(
      t`Removed ${contents} contents (${formatBytes(bytes)}), ${storeFolders} store folders and ${leftovers} temporary files that nothing needs.`,
    );
  }
  if (ailments.length === 0) out.line(t`Everything is in order.`);
  return { exitCode: ailments.length === 0 ? EXIT.ok : EXIT.failure, json: { ailments, mended: done, pruned } };
};
