import { readInstalled } from '../apply/installed';
import { type Choice, choose, minimumAge, wishesWith } from '../change/choose';
import { type Proposal, propose } from '../change/propose';
import { requireInstalled } from '../change/require-installed';
import { type Workspace, withWorkspace } from '../change/workspace';
import type { Command, Context } from '../context';
import { CliError } from '../errors';
import type { Wish } from '../plan/resolve';
import { parseSpec } from '../plan/specs';
import { clientOf } from '../registry/connect';
import { lockOf } from '../registry/lock';
import { standings } from '../registry/outdated-modules';
import { RegistrySource } from '../registry/source';
import type { Installed, Ref } from '../types';
import { t } from '../ui/text';

/** A range that was written replaces the one of before; otherwise that one counts on. */
function wishOf(installed: Installed, text: string): Wish[] {
  const spec = parseSpec(text);
  if (spec.type !== 'module') return [];
  const isWritten = text.indexOf('@', 1) > 0;
  const range = isWritten ? spec.range : (installed.modules[spec.ref]?.range ?? null);
  // A module that is there for others only stays so: what they ask for decides.
  return range === null ? [] : [{ ref: spec.ref, range }];
}

/** What an update of the named modules, or of all, asks for. The lock holds the others, and those that are `stuck`, where they are. */
export function updateChoice(
  installed: Installed,
  args: readonly string[],
  hasSettings: boolean,
  stuck: ReadonlySet<Ref> = new Set(),
): Choice {
  const named = requireInstalled(installed, args);
  const all = Object.keys(installed.modules);
  const going: ReadonlySet<Ref> = new Set(named.length === 0 ? all : named);
  const held = Object.entries(lockOf(installed).modules).filter(([ref]) => !going.has(ref) || stuck.has(ref));
  return {
    action: 'update',
    wishes: wishesWith(
      installed,
      args.flatMap((text) => wishOf(installed, text)),
    ),
    lock: { lockfileVersion: 1, modules: Object.fromEntries(held) },
    asked: new Set(named.length === 0 && hasSettings ? all : named),
  };
}

/** Refusals that one module may be the reason of, while all others could go on. */
const ONE_IS_STUCK = new Set(['not_found', 'unresolvable', 'yanked']);

/** Modules of which the registry has no version that may be taken: withdrawn, made private, or all of them too young. */
async function stuckModules(context: Context, { modules }: Installed, minimumAgeHours: number): Promise<Set<Ref>> {
  const source = new RegistrySource(clientOf(context));
  const all = await standings(modules, source, { minimumAgeHours, now: Date.now() });
  return new Set(all.filter(({ wanted }) => wanted === null).map(({ ref }) => ref));
}

/** An update of everything does not fail for one module that cannot be had any more: that one stays where it is. */
async function chooseAll(context: Context, space: Workspace, options: Record<string, unknown>): Promise<Proposal> {
  const installed = readInstalled(context.home);
  const hasSettings = options.set !== undefined;
  try {
    return await choose(context, space, updateChoice(installed, [], hasSettings), options);
  } catch (error) {
    if (!(error instanceof CliError) || !ONE_IS_STUCK.has(error.code)) throw error;
    const stuck = await stuckModules(context, installed, minimumAge(context, options.minAge));
    if (stuck.size === 0) throw error;
    for (const ref of stuck) context.out.warn(t`${ref} stays where it is: the registry has no version of it to take.`);
    return choose(context, space, updateChoice(installed, [], hasSettings, stuck), options);
  }
}

/**
 * Brings modules to newer versions. Edits are merged; where both sides changed the same lines the person's stay, the module's lie
 * beside, and the command ends with 3.
 */
export const update: Command = async (context, args, options) =>
  withWorkspace(context, async (space) => {
    if (args.length === 0) return propose(context, space, await chooseAll(context, space, options));
    const choice = updateChoice(readInstalled(context.home), args, options.set !== undefined);
    return propose(context, space, await choose(context, space, choice, options));
  });
