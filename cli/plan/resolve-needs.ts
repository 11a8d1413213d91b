import { CliError, EXIT } from '../errors';
import type { Ref, VariableValue } from '../types';
import type { BundleChoice, Facts, Member, ResolveOptions } from './resolve-types';

/** What a chosen version asks of others; a module may be asked for twice. And the answers that a bundle gives for its modules. */
export type Needs = { ranges: (readonly [Ref, string])[]; variables: ReadonlyMap<Ref, Record<string, VariableValue>> };

type Machine = Pick<ResolveOptions, 'os' | 'arch'>;
type Bundle = NonNullable<Facts['bundle']>;

function profileOf(ref: Ref, { profiles }: Bundle, name: string, { os, arch }: Machine): ReadonlySet<Ref> {
  const found = profiles.find((profile) => profile.name === name);
  if (found === undefined)
    throw new CliError('unknown_profile', EXIT.usage, `${ref} has no profile “${name}”.`, [
      profiles.length === 0 ? 'It has no profiles.' : `It has: ${profiles.map((profile) => profile.name).join(', ')}.`,
    ]);
  const { when } = found;
  if (when?.os?.includes(os) === false || when?.arch?.includes(arch) === false)
    throw new CliError(
      'profile_elsewhere',
      EXIT.incompatible,
      `The profile “${name}” of ${ref} is for other machines.`,
      [`It is for ${[...(when.os ?? []), ...(when.arch ?? [])].join(', ')}; this is ${os}, ${arch}.`],
    );
  return new Set(found.modules);
}

/** The modules of a bundle that are taken: those of the profile, else all that are not optional. @throws CliError */
function membersOf(ref: Ref, bundle: Bundle, choice: BundleChoice, machine: Machine): readonly Member[] {
  const { profile, withOptional } = choice;
  if (profile === undefined || profile === null)
    return bundle.modules.filter(({ optional }) => withOptional === true || optional !== true);
  const named = profileOf(ref, bundle, profile, machine);
  return bundle.modules.filter((member) => named.has(member.ref));
}

/**
 * Dependencies and, of a bundle, its modules. A choice is made for bundles that were asked for by name; one that is part of
 * another gives what it always gives. @throws CliError unknown_profile, profile_elsewhere
 */
export function needsOf(ref: Ref, facts: Facts, choice: BundleChoice, machine: Machine): Needs {
  const ranges: [Ref, string][] = Object.entries(facts.dependencies);
  const variables = new Map<Ref, Record<string, VariableValue>>();
  const members = facts.bundle === null ? [] : membersOf(ref, facts.bundle, choice, machine);
  for (const member of members) {
    ranges.push([member.ref, member.range]);
    if (member.variables !== undefined) variables.set(member.ref, member.variables);
  }
  return { ranges, variables };
}
