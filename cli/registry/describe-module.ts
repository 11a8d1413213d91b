import { CliError, EXIT } from '../errors';
import { newestFirst, satisfies } from '../plan/ranges';
import type { Offer } from '../plan/resolve-types';
import type { Ref } from '../types';
import { fields, fieldsIn, listIn, textIn, textMapIn, textsIn } from './answers';
import type { RegistryClient } from './client';
import { fetchCard, fetchVersion, type ModuleCard } from './modules';

export type Described = {
  ref: Ref;
  version: string;
  kind: string;
  title: string;
  summary: string;
  license: string;
  yanked: string | null;
  deprecated: ModuleCard['deprecated'];
  capabilities: { runs: string[]; network: string[]; root: boolean; labels: string[] };
  writes: { dest: string; mode: string; src: string | null; when: string[] }[];
  requires: { os: string[]; arch: string[]; commands: string[] };
  dependencies: Record<Ref, string>;
  conflicts: string[];
  provides: { commands: string[]; aliases: string[] };
  hooks: string[];
  links: Record<string, string>;
  sha256: string;
  size: number;
  versions: Offer[];
};

const optional = (from: Record<string, unknown>, key: string): Record<string, unknown> =>
  from[key] === undefined ? {} : fieldsIn(from, key);

function writeOf(value: unknown): Described['writes'][number] {
  const row = fields(value, 'a row of the write map');
  const when = optional(row, 'when');
  return {
    dest: textIn(row, 'dest'),
    mode: textIn(row, 'mode'),
    src: typeof row.src === 'string' ? row.src : null,
    when: [...textsIn(when, 'os'), ...textsIn(when, 'arch')],
  };
}

/** Newest first; of what the range holds, a version that stands before one that was yanked. */
function pick(ref: Ref, range: string, offers: readonly Offer[], latest: string): string {
  if (range === '*') return latest;
  const fitting = offers.filter(({ version }) => satisfies(version, range));
  const standing = fitting.filter(({ yanked }) => yanked === null);
  const [best] = (standing.length > 0 ? standing : fitting).map(({ version }) => version).sort(newestFirst);
  if (best !== undefined) return best;
  throw new CliError('not_found', EXIT.failure, `${ref} has no version in ${range}.`, [`Its newest is ${latest}.`]);
}

/** Everything that a person wants to know of a module before it is installed. @throws CliError not_found and as `get` */
export async function describeModule(client: RegistryClient, ref: Ref, range: string): Promise<Described> {
  const card = await fetchCard(client, ref);
  const versions = [...card.offers].sort((a, b) => newestFirst(a.version, b.version));
  const version = pick(ref, range, versions, card.latest);
  const { raw, facts, archive, conflicts } = await fetchVersion(client, ref, version);
  const manifest = fieldsIn(raw, 'manifest');
  const capabilities = fieldsIn(raw, 'capabilities');
  const [requires, provides] = [optional(manifest, 'requires'), optional(manifest, 'provides')];
  return {
    ...{ ref, version, versions, conflicts, deprecated: card.deprecated, dependencies: facts.dependencies, ...archive },
    kind: textIn(manifest, 'kind'),
    title: textIn(manifest, 'title'),
    summary: textIn(manifest, 'summary'),
    license: textIn(manifest, 'license'),
    yanked: versions.find((offer) => offer.version === version)?.yanked ?? null,
    capabilities: {
      runs: textsIn(capabilities, 'runs'),
      network: textsIn(capabilities, 'network'),
      root: capabilities.root === true,
      labels: textsIn(capabilities, 'labels'),
    },
    writes: listIn(raw, 'writes').map(writeOf),
    requires: { os: textsIn(requires, 'os'), arch: textsIn(requires, 'arch'), commands: textsIn(requires, 'commands') },
    provides: { commands: textsIn(provides, 'commands'), aliases: textsIn(provides, 'aliases') },
    hooks: Object.keys(optional(manifest, 'hooks')),
    links: manifest.links === undefined ? {} : textMapIn(manifest, 'links'),
  };
}
