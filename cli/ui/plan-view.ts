import type { CapabilitiesDto } from '@/types/module';
import type { Output } from '../context';
import { packageCommands } from '../plan/package-commands';
import { isText } from '../plan/states';
import type { Change, Contents, FileState, Home, Installed, Plan, ReadyModule, Ref, Step, StepAction } from '../types';
import { patchLines } from './patch';
import { paint, type Text, t } from './text';

/** What a plan is shown with. `bytes` reads what is on the disk now. */
export type Shown = {
  home: Home;
  plan: Plan;
  before: Installed;
  next: readonly ReadyModule[];
  leaving: readonly Ref[];
  contents: Contents;
  bytes: (path: string) => Buffer | null;
};

const COLOURS: Partial<Record<StepAction, (text: string) => Text>> = {
  create: paint.green,
  link: paint.green,
  block: paint.green,
  'source-line': paint.green,
  replace: paint.yellow,
  merge: paint.yellow,
  restore: paint.blue,
  remove: paint.blue,
  conflict: paint.red,
};
const WIDTH = Math.max('source-line'.length);

/** `/home/ada/.zshrc` as `~/.zshrc`. */
export const tilde = ({ root }: Home, path: string): string =>
  path === root || path.startsWith(`${root}/`) ? `~${path.slice(root.length)}` : path;

function stepLine(home: Home, { action, path, reason, consent, change }: Step): Text {
  const word = (COLOURS[action] ?? paint.dim)(action.padEnd(WIDTH));
  const target = change?.after.type === 'link' ? t` → ${tilde(home, change.after.target)}` : t``;
  const why = [reason, consent].filter((part) => part !== undefined).join(' ');
  return t`  ${word}  ${tilde(home, path)}${target}${why === '' ? t`` : t`  ${paint.dim(why)}`}`;
}

function sayModule(out: Output, home: Home, title: Text, steps: readonly Step[]): void {
  out.line(title);
  const quiet = steps.filter(({ action, reason }) => action === 'unchanged' && reason === undefined);
  for (const step of steps) if (!quiet.includes(step)) out.line(stepLine(home, step));
  if (quiet.length > 0) out.line(t`  ${paint.dim(`${quiet.length} unchanged`)}`);
}

/** What a module may do, one line each; what it could not do before is marked. */
function capabilityLines(now: CapabilitiesDto, before: CapabilitiesDto | undefined): Text[] {
  const words = (all: readonly string[], known: readonly string[] | undefined) =>
    all.map((one) => (before !== undefined && known?.includes(one) !== true ? `${one} (new)` : one));
  const rows: [string, string[]][] = [
    ['Runs', words(now.runs, before?.runs)],
    ['Network', words(now.network, before?.network)],
    ['Found in its files', words(now.labels, before?.labels)],
    ['Root', now.root ? words(['asks for it'], before?.root ? ['asks for it'] : []) : []],
  ];
  return rows.filter(([, all]) => all.length > 0).map(([title, all]) => t`  ${title}: ${all.join(', ')}`);
}

function textBehind(state: FileState, read: () => Buffer | null): string | null {
  if (state.type === 'absent') return '';
  const bytes = state.type === 'file' ? read() : null;
  return bytes !== null && isText(bytes) ? bytes.toString('utf8') : null;
}

/** New files are not printed as differences: they would be all of their text. */
const isShownLineByLine = ({ before, after }: Change): boolean => before.type === 'file' && after.type === 'file';

function sayDifferences(out: Output, { home, plan, contents, bytes }: Shown): void {
  const said = new Set<Change>();
  for (const { change } of plan.steps) {
    if (change === undefined || said.has(change) || !isShownLineByLine(change)) continue;
    said.add(change);
    const { path, before, after } = change;
    const read = (state: FileState) => () =>
      state.type === 'file' ? (plan.made.get(state.sha256) ?? contents.read(state.sha256)) : null;
    const [old, next] = [textBehind(before, () => bytes(path)), textBehind(after, read(after))];
    out.line();
    out.line(paint.bold(tilde(home, path)));
    if (old === null || next === null) out.line(t`  ${paint.dim('not text; nothing to show line by line')}`);
    else if (old === next) out.line(t`  ${paint.dim(`permissions ${permsOf(change)}`)}`);
    else for (const line of patchLines(old, next)) out.line(line);
  }
}

const octal = (state: FileState): string => (state.type === 'file' ? state.perm.toString(8).padStart(4, '0') : '');
const permsOf = ({ before, after }: Change): string => `${octal(before)} → ${octal(after)}`;

function titleOf({ ref, version }: ReadyModule, before: Installed): Text {
  const was = before.modules[ref]?.version;
  if (was === undefined) return t`${paint.bold(ref)} ${version}`;
  return was === version ? t`${paint.bold(ref)} ${version}` : t`${paint.bold(ref)} ${was} → ${version}`;
}

/** Shows everything that a plan would do: paths by module, capabilities, clashes, packages, and the changed lines. */
export function showPlan(out: Output, shown: Shown): void {
  const { home, plan, before, next, leaving } = shown;
  const stepsOf = (ref: Ref) => plan.steps.filter((step) => step.ref === ref);
  for (const module of next) {
    sayModule(out, home, titleOf(module, before), stepsOf(module.ref));
    for (const line of capabilityLines(module.capabilities, before.modules[module.ref]?.capabilities)) out.line(line);
    const commands = packageCommands(module.manifest);
    if (commands.length > 0) out.line(t`  To install its packages, run yourself:`);
    for (const { command, optional } of commands)
      out.line(t`    ${command}${optional ? paint.dim('  (optional)') : ''}`);
  }
  for (const ref of leaving) {
    sayModule(out, home, t`${paint.bold(ref)} ${before.modules[ref]?.version ?? ''} leaves`, stepsOf(ref));
  }
  for (const { kind, what, programs, with: other } of plan.clashes) {
    const where = programs.length > 0 ? ` in ${programs.join(', ')}` : '';
    out.line(t`${paint.yellow('clash')}  ${kind} ${what}${where}: ${other} has it too`);
  }
  sayDifferences(out, shown);
}

/** What `--json` says of a plan. */
export const planDocument = ({ plan, before, next, leaving }: Omit<Shown, 'home' | 'contents' | 'bytes'>) => ({
  modules: [
    ...next.map(({ ref, version }) => ({ ref, from: before.modules[ref]?.version ?? null, to: version })),
    ...leaving.map((ref) => ({ ref, from: before.modules[ref]?.version ?? null, to: null })),
  ],
  steps: plan.steps.map(({ change: _, ...step }) => step),
  changes: plan.changes.length,
  clashes: plan.clashes,
  capabilities: Object.fromEntries(next.map(({ ref, capabilities }) => [ref, capabilities])),
  packages: next.flatMap(({ ref, manifest }) => packageCommands(manifest).map((one) => ({ ref, ...one }))),
});
