import { createHash } from 'node:crypto';
import type { CatalogueEntry, ModuleVersion } from './source';

export type Job = { entry: CatalogueEntry; load: () => ModuleVersion };

const shuffleKey = ({ namespace, name }: CatalogueEntry) =>
  createHash('sha256').update(`${namespace}/${name}`).digest('hex');

type Members = { bundle?: { modules: { ref: string }[] } };

const membersOf = ({ versions }: CatalogueEntry) =>
  ((versions.at(-1)?.().manifest as Members | undefined)?.bundle?.modules ?? []).map(({ ref }) => ref);

/**
 * The order of publishing. First what bundles refer to, then the rest and the bundles themselves, mixed but the same in every
 * run; the newest version of what has several comes last. So “new” and “updated” show some of everything.
 */
export function publishingWaves(entries: readonly CatalogueEntry[]): Job[][] {
  const referred = new Set(entries.flatMap(membersOf));
  const mixed = entries.toSorted((a, b) => (shuffleKey(a) < shuffleKey(b) ? -1 : 1));
  const isReferred = ({ namespace, name }: CatalogueEntry) => referred.has(`@${namespace}/${name}`);
  const firsts = (entry: CatalogueEntry): Job[] => entry.versions.slice(0, 1).map((load) => ({ entry, load }));
  const laters = (entry: CatalogueEntry): Job[] => entry.versions.slice(1).map((load) => ({ entry, load }));
  return [
    mixed.filter(isReferred).flatMap(firsts),
    mixed.filter((entry) => !isReferred(entry)).flatMap(firsts),
    // One wave per step, because two versions of one module must not overtake each other.
    ...[0, 1, 2, 3].map((step) => mixed.flatMap((entry) => laters(entry).slice(step, step + 1))),
  ].filter((wave) => wave.length > 0);
}
