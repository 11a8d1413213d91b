import type { Facts, ModuleSource, Offer } from '@/cli/plan/resolve';

/** One published version, as a test writes it: whatever is left out is empty. */
export type Published = Partial<Facts> & Partial<Omit<Offer, 'version'>> & { conflicts?: string[] };
/** Versions of each module. */
export type Catalogue = Record<string, Record<string, Published>>;

export type CountedSource = ModuleSource & { asked: { offers: string[]; facts: string[]; conflicts: string[] } };

/** A registry of plain data that notes what it was asked. */
export function memorySource(modules: Catalogue): CountedSource {
  const asked: CountedSource['asked'] = { offers: [], facts: [], conflicts: [] };
  const at = (ref: string, version: string): Published => modules[ref]?.[version] ?? {};
  return {
    asked,
    offers: async (ref) => {
      asked.offers.push(ref);
      const versions = modules[ref];
      return versions
        ? Object.entries(versions).map(([version, { publishedAt = '2026-01-01T00:00:00.000Z', yanked = null }]) => ({
            version,
            publishedAt,
            yanked,
          }))
        : null;
    },
    facts: async (ref, version) => {
      asked.facts.push(`${ref}@${version}`);
      const { dependencies = {}, bundle = null } = at(ref, version);
      return { dependencies, bundle };
    },
    conflicts: async (ref, version) => {
      asked.conflicts.push(`${ref}@${version}`);
      return at(ref, version).conflicts ?? [];
    },
  };
}
