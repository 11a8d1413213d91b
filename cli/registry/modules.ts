import { parseRef } from '@/lib/manifest/names';
import { isRange, isStrictVersion } from '@/lib/manifest/versions';

import { CliError, EXIT } from '../errors';
import type { Facts, Member, Offer, Profile } from '../plan/resolve-types';
import type { Ref, Sha256, VariableValue } from '../types';
import { badAnswer, fields, fieldsIn, listIn, numberIn, textIn, textMapIn, textsIn } from './answers';
import { at, type RegistryClient } from './client';
import { isSha256 } from './integrity';

/** What the registry says of a module and of its newest version. */
export type ModuleCard = {
  latest: string;
  offers: Offer[];
  facts: Facts;
  /** Null where the registry does not say it with the module. */
  conflicts: Ref[] | null;
  archive: { sha256: Sha256; size: number };
  deprecated: { reason: string; replacement: string | null } | null;
  /** The answer itself, for what only people read. */
  raw: Record<string, unknown>;
};

const MAX_MEMBERS = 200;

/** `ns`, `name` of a ref that was checked before. */
export function partsOf(ref: Ref): { namespace: string; name: string } {
  const parts = parseRef(ref);
  if (parts === null) throw new CliError('invalid_spec', EXIT.usage, `“${ref}” names no module.`);
  return parts;
}

export function modulePath(ref: Ref): string {
  const { namespace, name } = partsOf(ref);
  return at`/modules/${namespace}/${name}`;
}

/** Ranges by module; a registry that sends anything else is refused before it is followed. */
function rangesIn(from: Record<string, unknown>, key: string): Record<Ref, string> {
  const map = textMapIn(from, key);
  for (const [ref, range] of Object.entries(map))
    if (parseRef(ref) === null || !isRange(range)) throw badAnswer(`${key}: ${ref}`);
  return map;
}

function memberOf(value: unknown): Member {
  const entry = fields(value, 'a module of the bundle');
  const [ref, range] = [textIn(entry, 'ref'), textIn(entry, 'range')];
  if (parseRef(ref) === null || !isRange(range)) throw badAnswer(`a module of the bundle: ${ref}`);
  const given =
    entry.variables === undefined ? {} : { variables: fieldsIn(entry, 'variables') as Record<string, VariableValue> };
  return { ref, range, optional: entry.optional === true, ...given };
}

function profileOf(value: unknown): Profile {
  const entry = fields(value, 'a profile of the bundle');
  const when = entry.when === undefined ? {} : fieldsIn(entry, 'when');
  const lists = Object.fromEntries(
    ['os', 'arch'].flatMap((key) => (when[key] === undefined ? [] : [[key, textsIn(when, key)]])),
  );
  return { name: textIn(entry, 'name'), modules: textsIn(entry, 'modules'), when: lists };
}

/** The modules of a bundle, of a manifest or of a module's answer; null for every other kind. */
export function bundleIn(from: Record<string, unknown>): Facts['bundle'] {
  if (from.kind !== 'bundle' || from.bundle === undefined) return null;
  const bundle = fieldsIn(from, 'bundle');
  const modules = listIn(bundle, 'modules');
  if (modules.length > MAX_MEMBERS) throw badAnswer('a bundle of at most 200 modules');
  const profiles = bundle.profiles === undefined ? [] : listIn(bundle, 'profiles');
  return { modules: modules.map(memberOf), profiles: profiles.map(profileOf) };
}

function offerOf(value: unknown): Offer {
  const entry = fields(value, 'a version');
  const version = textIn(entry, 'version');
  if (!isStrictVersion(version)) throw badAnswer(`version ${version}`);
  const yanked = entry.yanked === undefined || entry.yanked === null ? null : fieldsIn(entry, 'yanked');
  return { version, publishedAt: textIn(entry, 'publishedAt'), yanked: yanked && textIn(yanked, 'reason') };
}

/** One call: the module, all of its versions, and what its newest one needs. @throws CliError not_found and as `get` */
export async function fetchCard(client: RegistryClient, ref: Ref): Promise<ModuleCard> {
  const raw = fields(await client.get(modulePath(ref)), 'the module');
  const sha256 = textIn(raw, 'sha256');
  if (!isSha256(sha256)) throw badAnswer('sha256');
  const deprecated = raw.deprecated === undefined || raw.deprecated === null ? null : fieldsIn(raw, 'deprecated');
  return {
    latest: textIn(raw, 'version'),
    offers: listIn(raw, 'versions').map(offerOf),
    facts: { dependencies: rangesIn(raw, 'dependencies'), bundle: bundleIn(raw) },
    conflicts: Array.isArray(raw.conflicts) ? textsIn(raw, 'conflicts') : null,
    archive: { sha256, size: numberIn(raw, 'sizeBytes') },
    deprecated: deprecated && {
      reason: textIn(deprecated, 'reason'),
      replacement: typeof deprecated.replacement === 'string' ? deprecated.replacement : null,
    },
    raw,
  };
}

export type VersionCard = {
  facts: Facts;
  conflicts: Ref[];
  archive: { sha256: Sha256; size: number };
  raw: Record<string, unknown>;
};

/** One version with its manifest. @throws CliError not_found and as `get` */
export async function fetchVersion(client: RegistryClient, ref: Ref, version: string): Promise<VersionCard> {
  const raw = fields(await client.get(modulePath(ref) + at`/versions/${version}`), 'the version');
  const manifest = fieldsIn(raw, 'manifest');
  const sha256 = textIn(raw, 'sha256');
  if (!isSha256(sha256)) throw badAnswer('sha256');
  const dependencies = manifest.dependencies === undefined ? {} : rangesIn(manifest, 'dependencies');
  return {
    facts: { dependencies, bundle: bundleIn(manifest) },
    conflicts: textsIn(manifest, 'conflicts'),
    archive: { sha256, size: numberIn(raw, 'size') },
    raw,
  };
}
