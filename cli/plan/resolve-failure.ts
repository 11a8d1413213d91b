import { CliError, EXIT } from '../errors';
import type { Ref } from '../types';
import { exactVersion } from './ranges';
import type { Offer } from './resolve-types';

/** Who wants a module, and in which range. `by` leads from the one who asks back to what was asked for; empty for that itself. */
export type Want = { range: string; by: readonly string[] };
/** Why nothing could be taken for one module, as it was when that was found. */
export type Failure = {
  ref: Ref;
  wants: readonly Want[];
  offers: readonly Offer[] | null;
  /** Versions inside every range, and why each was not taken. */
  refused: readonly { version: string; why: string; isYanked: boolean }[];
};

const SHOWN = 6;

const wantLine = (ref: Ref, { range, by }: Want): string =>
  by.length === 0
    ? `You asked for ${ref}@${range}.`
    : `${by[0]} needs ${ref}@${range}${by
        .slice(1)
        .map((name) => `, needed by ${name}`)
        .join('')}.`;

function offersLine(ref: Ref, offers: readonly Offer[] | null): string {
  if (offers === null) return `There is no module ${ref}, or it is not public.`;
  if (offers.length === 0) return `${ref} has no published version.`;
  const names = offers.slice(0, SHOWN).map(({ version }) => version);
  const more = offers.length - names.length;
  return `There ${offers.length === 1 ? 'is' : 'are'} ${names.join(', ')}${more > 0 ? ` and ${more} older` : ''} of ${ref}.`;
}

function linesOf({ ref, wants, offers, refused }: Failure): string[] {
  return [
    ...wants.slice(0, SHOWN).map((want) => wantLine(ref, want)),
    offersLine(ref, offers),
    ...refused.slice(0, SHOWN).map(({ version, why }) => `${ref} ${version} ${why}.`),
  ];
}

const isAsked = ({ wants }: Failure): boolean => wants.some(({ by }) => by.length === 0);
const isYankedExactly = ({ wants, refused }: Failure): boolean =>
  wants.some(({ range }) => exactVersion(range) !== null) &&
  refused.length > 0 &&
  refused.every(({ isYanked }) => isYanked);

/**
 * Why no set of versions fits: who asks for what, what exists, and why it was not taken. Codes: `not_found` (1), `yanked` (6),
 * `unresolvable` (5).
 */
export function explain(failures: readonly Failure[]): CliError {
  const details = [...new Set(failures.slice(0, SHOWN).flatMap(linesOf))];
  const missing = failures.find((failure) => failure.offers === null && isAsked(failure));
  if (missing !== undefined)
    return new CliError('not_found', EXIT.failure, `There is no module ${missing.ref}, or it is not public.`);
  const yanked = failures.find((failure) => isYankedExactly(failure) && (isAsked(failure) || failures.length === 1));
  const [gone] = yanked?.refused ?? [];
  if (yanked !== undefined && gone !== undefined)
    return new CliError('yanked', EXIT.yanked, `${yanked.ref} ${gone.version} ${gone.why}.`, details);
  const names = [...new Set(failures.map(({ ref }) => ref))].slice(0, SHOWN).join(', ');
  return new CliError(
    'unresolvable',
    EXIT.incompatible,
    `No versions fit together: nothing fits for ${names}.`,
    details,
  );
}
