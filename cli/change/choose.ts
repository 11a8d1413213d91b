import { readInstalled } from '../apply/installed';
import type { Context } from '../context';
import { CliError, EXIT } from '../errors';
import type { Wish } from '../plan/resolve';
import { rootsOf } from '../plan/roots';
import { parseSettings } from '../plan/variables';
import { readConfig } from '../registry/config';
import { clientOf } from '../registry/connect';
import { readyModules } from '../registry/ready-modules';
import { readVariables } from '../registry/variables';
import type { Installed, Lock, Ref } from '../types';
import { t } from '../ui/text';
import { askVariables } from './ask-variables';
import type { Proposal } from './propose';
import type { Workspace } from './workspace';

/** What is wanted of the registry: every root, with what is asked for in place of what was. */
export type Choice = {
  action: Proposal['action'];
  wishes: readonly Wish[];
  lock: Lock | null;
  /** Modules that are planned even where their version stays. */
  asked: ReadonlySet<Ref>;
  isWhole?: boolean;
};

/** Hours of `--min-age`, else those of config.json. Errors: `usage`. */
export function minimumAge({ home }: Context, given: unknown): number {
  if (given === undefined) return readConfig(home).minimumReleaseAge;
  const hours = Number(given);
  if (typeof given === 'string' && given.trim() !== '' && hours >= 0 && Number.isFinite(hours)) return hours;
  throw new CliError('usage', EXIT.usage, `--min-age is a number of hours, not “${given}”.`);
}

const texts = (given: unknown): string[] =>
  (Array.isArray(given) ? given : given === undefined ? [] : [given]).map(String);

/** Roots as they are installed, with wishes in place of those of the same module. */
export function wishesWith(installed: Installed, asked: readonly Wish[]): Wish[] {
  const named = new Set(asked.map(({ ref }) => ref));
  const staying = rootsOf(installed).filter(({ ref }) => !named.has(ref));
  return [...staying.map(({ ref, range }) => ({ ref, range: range ?? '*' })), ...asked];
}

/**
 * Resolves all that will be installed, fetches what is new, asks for variables, and says what follows: versions that come, and
 * modules that nobody needs any more.
 */
export async function choose(
  context: Context,
  space: Workspace,
  choice: Choice,
  options: Record<string, unknown>,
): Promise<Proposal> {
  const { home, out } = context;
  const installed = readInstalled(home);
  const answers = readVariables(home);
  const settings = parseSettings(texts(options.set));
  const { chosen, ready, deprecated } = await readyModules(
    {
      wishes: choice.wishes,
      lock: choice.lock,
      minimumAgeHours: minimumAge(context, options.minAge),
      answers,
      isFetched: ({ ref, version, integrity }) => {
        const now = installed.modules[ref];
        return choice.asked.has(ref) || now?.version !== version || (integrity !== null && integrity !== now.integrity);
      },
    },
    { home: space.fetchHome, client: clientOf(context), blobs: space.blobs, progress: out.progress },
  );
  for (const [ref, { reason, replacement }] of deprecated) {
    out.warn(t`${ref} is deprecated: ${reason}${replacement === null ? '' : ` Use ${replacement} in its place.`}`);
  }
  const presets = new Map(chosen.map(({ ref, variables }) => [ref, variables]));
  const asked = await askVariables(context, ready.map(space.atHome), presets, answers, settings);
  const staying = new Set(chosen.map(({ ref }) => ref));
  const leaving = Object.keys(installed.modules).filter((ref) => !staying.has(ref));
  return {
    action: choice.action,
    next: asked.modules,
    leaving,
    answers: asked.answers,
    isWhole: choice.isWhole === true,
  };
}
