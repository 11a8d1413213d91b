import { readInstalled } from '../apply/installed';
import { type Choice, choose, wishesWith } from '../change/choose';
import { propose } from '../change/propose';
import { requireInstalled } from '../change/require-installed';
import { withWorkspace } from '../change/workspace';
import type { Command } from '../context';
import type { Wish } from '../plan/resolve';
import { parseSpec } from '../plan/specs';
import { lockOf } from '../registry/lock';
import type { Installed, Ref } from '../types';

/** A range that was written replaces the one of before; otherwise that one counts on. */
function wishOf(installed: Installed, text: string): Wish[] {
  const spec = parseSpec(text);
  if (spec.type !== 'module') return [];
  const isWritten = text.indexOf('@', 1) > 0;
  const range = isWritten ? spec.range : (installed.modules[spec.ref]?.range ?? null);
  // A module that is there for others only stays so: what they ask for decides.
  return range === null ? [] : [{ ref: spec.ref, range }];
}

/** What an update of the named modules, or of all, asks for. The lock holds the others where they are. */
export function updateChoice(installed: Installed, args: readonly string[], hasSettings: boolean): Choice {
  const named = requireInstalled(installed, args);
  const all = Object.keys(installed.modules);
  const going: ReadonlySet<Ref> = new Set(named.length === 0 ? all : named);
  const held = Object.entries(lockOf(installed).modules).filter(([ref]) => !going.has(ref));
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

/**
 * Brings modules to newer versions. Edits are merged; where both sides changed the same lines the person's stay, the module's lie
 * beside, and the command ends with 3.
 */
export const update: Command = async (context, args, options) =>
  withWorkspace(context, async (space) => {
    const choice = updateChoice(readInstalled(context.home), args, options.set !== undefined);
    return propose(context, space, await choose(context, space, choice, options));
  });
