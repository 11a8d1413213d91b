import type { VersionDto, WriteDto } from '@/types/module';

/** Words that went and words that came, of one kind. */
export type SetChange = { title: string; removed: string[]; added: string[] };
export type EffectChanges = {
  writes: { added: WriteDto[]; removed: WriteDto[]; changed: { before: WriteDto; after: WriteDto }[] };
  /** What it may do now and could not before, or the reverse. */
  capabilities: SetChange[];
  /** What else its manifest says differently: needs, names, keys. */
  terms: SetChange[];
};

type Fields = Record<string, unknown>;
const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {});
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const words = (value: unknown): string[] => listOf(value).filter((word) => typeof word === 'string');
const pairs = (value: unknown): string[] => Object.entries(fieldsOf(value)).map(([key, range]) => `${key} ${range}`);

function compareSets(title: string, before: string[], after: string[]): SetChange[] {
  const [old, fresh] = [new Set(before), new Set(after)];
  const removed = [...old].filter((word) => !fresh.has(word));
  const added = [...fresh].filter((word) => !old.has(word));
  return removed.length + added.length > 0 ? [{ title, removed, added }] : [];
}

/** Two writes are the same path for the same machines, however it is written. */
const placeOf = ({ dest, mode, line, when }: WriteDto) =>
  JSON.stringify([dest, when?.os ?? null, when?.arch ?? null, mode === 'source-line' ? (line ?? '') : '']);

function compareWrites(before: WriteDto[], after: WriteDto[]): EffectChanges['writes'] {
  const old = new Map(before.map((write) => [placeOf(write), write]));
  const changes: EffectChanges['writes'] = { added: [], removed: [], changed: [] };
  for (const write of after) {
    const was = old.get(placeOf(write));
    old.delete(placeOf(write));
    if (!was) changes.added.push(write);
    else if (was.mode !== write.mode || was.src !== write.src) changes.changed.push({ before: was, after: write });
  }
  changes.removed.push(...old.values());
  return changes;
}

const boundKeys = (provides: unknown): string[] =>
  listOf(fieldsOf(provides).keybindings).map((row) => `${fieldsOf(row).keys} ${fieldsOf(row).does}`);

/** What installing the one does that installing the other did not. Told by the manifests alone. */
export function effectChanges(from: VersionDto, to: VersionDto): EffectChanges {
  const [old, fresh] = [from.manifest, to.manifest];
  const [needs, needsNow] = [fieldsOf(old.requires), fieldsOf(fresh.requires)];
  const [gives, givesNow] = [fieldsOf(old.provides), fieldsOf(fresh.provides)];
  const root = ({ capabilities }: VersionDto) => (capabilities.root ? ['runs as root'] : []);
  return {
    writes: compareWrites(from.writes, to.writes),
    capabilities: [
      ...compareSets('Runs', from.capabilities.runs, to.capabilities.runs),
      ...compareSets('Network', from.capabilities.network, to.capabilities.network),
      ...compareSets('Root', root(from), root(to)),
      ...compareSets('Found by the scan', from.capabilities.labels, to.capabilities.labels),
    ],
    terms: [
      ...compareSets('Depends on', pairs(old.dependencies), pairs(fresh.dependencies)),
      ...compareSets('Needs apps', pairs(needs.apps), pairs(needsNow.apps)),
      ...compareSets('Needs commands', words(needs.commands), words(needsNow.commands)),
      ...compareSets('Systems', words(needs.os), words(needsNow.os)),
      ...compareSets('Conflicts with', words(old.conflicts), words(fresh.conflicts)),
      ...compareSets('Commands', words(gives.commands), words(givesNow.commands)),
      ...compareSets('Aliases', words(gives.aliases), words(givesNow.aliases)),
      ...compareSets('Keys', boundKeys(gives), boundKeys(givesNow)),
      ...compareSets('Licence', words([old.license]), words([fresh.license])),
    ],
  };
}

/** Whether installing either does the same. */
export const sameEffects = ({ writes, capabilities, terms }: EffectChanges): boolean =>
  writes.added.length + writes.removed.length + writes.changed.length + capabilities.length + terms.length === 0;
