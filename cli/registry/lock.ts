import { parseRef } from '@/lib/manifest/names';
import { isRange, isStrictVersion } from '@/lib/manifest/versions';

import { ownPaths } from '../own-paths';
import type { Home, Installed, Lock, Ref } from '../types';
import { isIntegrity } from './integrity';
import { JsonFile, sorted } from './json-file';
import { readOwnFile } from './read-own';

type Locked = Lock['modules'][Ref];

const ADVICE = [
  'Nothing was changed. Restore it from your version control, or remove it: the next install writes a new one.',
];

function parseDependencies(file: JsonFile, value: unknown, where: string): Record<Ref, string> {
  const entries = Object.entries(file.record(value, `${where}.dependencies`));
  return Object.fromEntries(
    entries.map(([ref, range]) => {
      if (parseRef(ref) === null) throw file.wrong(`${where} depends on “${ref}”, which is no module`);
      if (typeof range !== 'string' || !isRange(range)) throw file.wrong(`${where} wants a wrong range of ${ref}`);
      return [ref, range];
    }),
  );
}

function parseLocked(file: JsonFile, ref: Ref, value: unknown): Locked {
  if (parseRef(ref) === null) throw file.wrong(`“${ref}” is no module`);
  const entry = file.record(value, ref);
  file.only(entry, ref, ['version', 'integrity', 'range', 'dependencies']);
  const { version, integrity, range } = entry;
  if (typeof version !== 'string' || !isStrictVersion(version)) throw file.wrong(`${ref} has no version`);
  if (!isIntegrity(integrity)) throw file.wrong(`${ref} has no integrity (sha256-…)`);
  if (range !== null && (typeof range !== 'string' || !isRange(range))) throw file.wrong(`${ref} has a wrong range`);
  return { version, integrity, range, dependencies: parseDependencies(file, entry.dependencies, ref) };
}

/** Reads a lock file strictly. @throws CliError lock_invalid (1), which says what is wrong and where */
export function parseLock(text: string, path: string): Lock {
  const file = new JsonFile(path, 'lock_invalid', ADVICE);
  const root = file.parse(text);
  file.only(root, 'the file', ['lockfileVersion', 'modules']);
  if (root.lockfileVersion !== 1) throw file.wrong('its lockfileVersion is not 1; a newer dotkit may have written it');
  const modules = Object.entries(file.record(root.modules, 'modules'));
  return {
    lockfileVersion: 1,
    modules: Object.fromEntries(modules.map(([ref, value]) => [ref, parseLocked(file, ref, value)])),
  };
}

/** The lock of a home; null when there is none. @throws CliError lock_invalid (1) */
export function readLock(home: Home): Lock | null {
  const path = ownPaths(home).lock;
  const text = readOwnFile(path);
  return text === null ? null : parseLock(text, path);
}

/** The bytes of a lock file: keys sorted, so that the same lock is the same bytes everywhere. */
export function encodeLock({ modules }: Lock): Buffer {
  const entries = Object.entries(sorted(modules)).map(([ref, { version, integrity, range, dependencies }]) => [
    ref,
    { dependencies: sorted(dependencies), integrity, range, version },
  ]);
  return Buffer.from(`${JSON.stringify({ lockfileVersion: 1, modules: Object.fromEntries(entries) }, null, 2)}\n`);
}

/** The lock of what is installed. */
export const lockOf = ({ modules }: Pick<Installed, 'modules'>): Lock => ({
  lockfileVersion: 1,
  modules: Object.fromEntries(
    Object.values(modules).map(({ ref, version, integrity, range, dependencies }) => [
      ref,
      { version, integrity, range, dependencies },
    ]),
  ),
});
