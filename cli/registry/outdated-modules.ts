import { newestFirst, satisfies } from '../plan/ranges';
import type { Offer } from '../plan/resolve-types';
import type { Receipt, Ref } from '../types';
import type { RegistrySource } from './source';

type Installed = Record<Ref, Pick<Receipt, 'ref' | 'version' | 'range' | 'dependencies'>>;

export type Standing = {
  ref: Ref;
  installed: string;
  /** The newest that everybody who asked for it accepts; null when none does. */
  wanted: string | null;
  /** Whether the registry knows the module. */
  isKnown: boolean;
  /** The newest at all; null when there is none. */
  newest: string | null;
  /** Why the installed version was yanked. */
  yanked: string | null;
  deprecated: string | null;
};

const HOUR_MS = 3_600_000;

const isStable = ({ version }: Offer): boolean => satisfies(version, '*');
const newestOf = (offers: readonly Offer[]): string | null =>
  offers.map(({ version }) => version).sort(newestFirst)[0] ?? null;

/** The ranges in which a module is wanted: by the person, and by the other installed modules. */
const rangesOf = (ref: Ref, installed: Installed): string[] =>
  Object.values(installed).flatMap((one) => {
    const needed = Object.hasOwn(one.dependencies, ref) ? one.dependencies[ref] : undefined;
    const asked = one.ref === ref ? one.range : null;
    return [needed, asked].filter((range): range is string => typeof range === 'string');
  });

/** How each installed module stands beside what the registry has; sorted by name. @throws CliError as the registry does */
export async function standings(
  installed: Installed,
  source: RegistrySource,
  { minimumAgeHours, now }: { minimumAgeHours: number; now: number },
): Promise<Standing[]> {
  const isOld = ({ publishedAt }: Offer) =>
    minimumAgeHours <= 0 || now - Date.parse(publishedAt) >= minimumAgeHours * HOUR_MS;
  const rows = Object.values(installed).map(async ({ ref, version }): Promise<Standing> => {
    const offers = await source.offers(ref);
    const standing = (offers ?? []).filter((offer) => offer.yanked === null && isOld(offer));
    const ranges = rangesOf(ref, installed);
    return {
      ref,
      installed: version,
      isKnown: offers !== null,
      wanted: newestOf(standing.filter((offer) => ranges.every((range) => satisfies(offer.version, range)))),
      newest: newestOf(standing.filter(isStable)) ?? newestOf(standing),
      yanked: offers?.find((offer) => offer.version === version)?.yanked ?? null,
      deprecated: (await source.deprecation(ref))?.reason ?? null,
    };
  });
  return (await Promise.all(rows)).sort((a, b) => (a.ref < b.ref ? -1 : 1));
}

const isNewer = (one: string | null, other: string): boolean => one !== null && newestFirst(one, other) < 0;

/** Whether something should be done about a module. */
export const isOutdated = ({ installed, wanted, newest, yanked }: Standing): boolean =>
  isNewer(wanted, installed) || isNewer(newest, installed) || yanked !== null;
