import { encodeInstalled, readInstalled } from '../apply/installed';
import { commit } from '../apply/transaction';
import type { Context, Outcome } from '../context';
import { CliError, EXIT } from '../errors';
import { ownPaths } from '../own-paths';
import { planChanges } from '../plan/plan-changes';
import type { Answers } from '../plan/variables';
import { encodeLock, lockOf, readLock } from '../registry/lock';
import { encodeVariables } from '../registry/variables';
import type { Installed, Lock, ModuleMove, Plan, ReadyModule, Ref, Step } from '../types';
import { planDocument, showPlan, tilde } from '../ui/plan-view';
import { t } from '../ui/text';
import { agree } from './consent';
import { runHooks } from './hooks';
import { missingCommands } from './missing-commands';
import type { Workspace } from './workspace';

/** What a command wants to be done. */
export type Proposal = {
  action: 'install' | 'update' | 'uninstall';
  next: readonly ReadyModule[];
  leaving: readonly Ref[];
  answers: Readonly<Record<Ref, Answers>>;
  /** Whether the lock file is to hold nothing else than what is installed; otherwise what it holds for later stays. */
  isWhole?: boolean;
};

/** A conflict that comes with a change has a way out: the module's text beside the person's. All others stop everything. */
const isStop = (step: Step, action: Proposal['action']): boolean =>
  step.action === 'conflict' && (step.change === undefined || action === 'install');

function assertNoStop({ home }: Context, { steps }: Plan, action: Proposal['action']): void {
  const stops = steps.filter((step) => isStop(step, action));
  if (stops.length === 0) return;
  throw new CliError(
    'conflict',
    EXIT.conflict,
    'Something stands in the way, so nothing was written.',
    stops.map(({ ref, path, reason = '' }) => `${tilde(home, path)} (${ref}): ${reason}`),
  );
}

/** The lock of what is installed then, and of what the file names for later. */
function lockAfter(context: Context, before: Installed, after: Installed, isWhole: boolean): Lock {
  const lock = lockOf(after);
  if (isWhole) return lock;
  const later = Object.entries(readLock(context.home)?.modules ?? {}).filter(
    ([ref]) => !Object.hasOwn(before.modules, ref) && !Object.hasOwn(lock.modules, ref),
  );
  return { ...lock, modules: { ...Object.fromEntries(later), ...lock.modules } };
}

function ownFiles(context: Context, before: Installed, after: Installed, { answers, isWhole = false }: Proposal) {
  const own = ownPaths(context.home);
  const kept = Object.entries(answers).filter(
    ([ref, given]) => Object.hasOwn(after.modules, ref) && Object.keys(given).length > 0,
  );
  return [
    { path: own.installed, bytes: encodeInstalled(after) },
    { path: own.lock, bytes: encodeLock(lockAfter(context, before, after, isWhole)) },
    { path: own.variables, bytes: kept.length === 0 ? null : encodeVariables(Object.fromEntries(kept)) },
  ];
}

const WORDS = {
  install: ['Install', 'Installed'],
  update: ['Update', 'Updated'],
  uninstall: ['Remove', 'Removed'],
} as const;

function movesOf(before: Installed, { next, leaving }: Proposal): ModuleMove[] {
  const from = (ref: Ref) => before.modules[ref]?.version ?? null;
  return [
    ...next.map(({ ref, version }) => ({ ref, from: from(ref), to: version })),
    ...leaving.map((ref) => ({ ref, from: from(ref), to: null })),
  ].filter((move) => move.from !== move.to);
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

type Ready = { before: Installed; plan: Plan; proposal: Proposal };

async function carryOut(context: Context, space: Workspace, { before, plan, proposal }: Ready): Promise<number | null> {
  const { action, next, leaving } = proposal;
  const { session } = space;
  if (session === null) throw new Error('a look carries nothing out');
  const files = plan.changes.filter(
    (change) => change.before.type !== 'folder' && change.after.type !== 'folder',
  ).length;
  const modules = counted(next.length + leaving.length, 'module', 'modules');
  await agree(context, t`${WORDS[action][0]} ${modules}, changing ${counted(files, 'file', 'files')}?`, plan.steps);
  const going = leaving.flatMap((ref) => before.modules[ref] ?? []);
  await runHooks(context, going, 'beforeUninstall');
  const done = await commit(session, {
    action,
    modules: movesOf(before, proposal),
    changes: plan.changes,
    made: plan.made,
    own: ownFiles(context, before, plan.installed, proposal),
  });
  if (done !== null) {
    context.out.line(t`${WORDS[action][1]} ${modules}. This is transaction ${done.id}; dotkit rollback undoes it.`);
  }
  const fresh = next.filter(({ ref, version }) => before.modules[ref]?.version !== version);
  await runHooks(
    context,
    fresh.flatMap(({ ref }) => plan.installed.modules[ref] ?? []),
    'afterInstall',
  );
  return done?.id ?? null;
}

/** Whether installing would change anything: files of the person, or what is known to be installed. */
const isIdle = ({ before, plan }: Ready): boolean =>
  plan.changes.length === 0 && encodeInstalled(before).equals(encodeInstalled(plan.installed));

/**
 * From a proposal to its end: planned, shown, agreed to, carried out as one transaction with receipts, lock and answers. With
 * `--dry-run` it ends after it was shown.
 * Errors: `conflict` (exit 3), `needs_yes`, `needs_allow_sensitive` (usage), `declined`, `hook_failed`, those of the planner and of
 * `commit`.
 */
export async function propose(context: Context, space: Workspace, proposal: Proposal): Promise<Outcome> {
  const { home, out, options } = context;
  const { next, leaving, action } = proposal;
  const before = readInstalled(home);
  const { disk, contents } = space;
  const plan = planChanges({
    home,
    disk,
    contents,
    installed: before,
    next,
    leaving,
    options: { force: options.force },
  });
  const ready = { before, plan, proposal };
  const shown = { home, plan, before, next, leaving, contents, bytes: (path: string) => disk.bytes(path) };
  for (const { ref, command } of missingCommands(next)) out.warn(t`${ref} wants ${command}, which is not installed.`);
  showPlan(out, shown);
  assertNoStop(context, plan, action);
  const json = (transaction: number | null) => ({ action, transaction, ...planDocument(shown) });
  if (isIdle(ready)) {
    out.line(t`Nothing to do.`);
    return { exitCode: EXIT.ok, json: json(null) };
  }
  if (options.dryRun) return { exitCode: EXIT.wouldChange, json: json(null) };
  const id = await carryOut(context, space, ready);
  const conflicts = plan.steps.filter((step) => step.action === 'conflict');
  for (const { path, reason = '' } of conflicts) out.warn(t`${tilde(home, path)}: ${reason}`);
  return { exitCode: conflicts.length > 0 ? EXIT.conflict : EXIT.ok, json: json(id) };
}
