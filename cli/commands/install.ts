import { readInstalled } from '../apply/installed';
import { type Choice, choose, wishesWith } from '../change/choose';
import { propose } from '../change/propose';
import { withWorkspace } from '../change/workspace';
import type { Command, Context } from '../context';
import { CliError, EXIT } from '../errors';
import { parseSpec, type Spec } from '../plan/specs';
import { clientOf } from '../registry/connect';
import { lockOf, readLock } from '../registry/lock';
import { wishesOf } from '../registry/source';
import type { Lock } from '../types';

/** Everything that the lock file names, and nothing else. */
function fromLock({ home }: Context): Choice {
  const lock = readLock(home);
  const roots = Object.entries(lock?.modules ?? {}).flatMap(([ref, { range }]) =>
    range === null ? [] : [{ ref, range }],
  );
  if (roots.length === 0) {
    throw new CliError(
      'nothing_named',
      EXIT.usage,
      'There is no lock file that names modules, so say which to install.',
      ['For example: dotkit install @namespace/name'],
    );
  }
  return { action: 'install', wishes: roots, lock, asked: new Set(), isWhole: true };
}

/**
 * What was named, beside what is there. Installed versions stay; of what is named the lock file's version counts, so that a lock
 * from another machine is honoured.
 */
async function fromSpecs(context: Context, specs: readonly Spec[], profile: unknown): Promise<Choice> {
  const { home } = context;
  const installed = readInstalled(home);
  const named = await wishesOf(clientOf(context), specs);
  const wishes = typeof profile === 'string' ? named.map((wish) => ({ ...wish, profile })) : named;
  const asked = new Set(wishes.map(({ ref }) => ref));
  const file = readLock(home)?.modules ?? {};
  const ofAsked = Object.fromEntries(Object.entries(file).filter(([ref]) => asked.has(ref)));
  const lock: Lock = { lockfileVersion: 1, modules: { ...file, ...lockOf(installed).modules, ...ofAsked } };
  return { action: 'install', wishes: wishesWith(installed, wishes), lock, asked };
}

/** Installs modules, or everything that the lock file names. Any conflict stops all of it before the first write. */
export const install: Command = async (context, args, options) => {
  const specs = args.map(parseSpec);
  return withWorkspace(context, async (space) => {
    const choice = specs.length === 0 ? fromLock(context) : await fromSpecs(context, specs, options.profile);
    return propose(context, space, await choose(context, space, choice, options));
  });
};
