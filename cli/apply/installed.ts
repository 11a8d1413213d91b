import { readFileSync } from 'node:fs';
import { CliError, EXIT } from '../errors';
import { ownPaths } from '../own-paths';
import type { Home, Installed } from '../types';
import { errnoOf } from './errno';
import { installedSchema } from './schemas';

const NOTHING: Installed = { formatVersion: 1, modules: {}, shared: {}, folders: [] };

/** Null for anything that `encodeInstalled` would not have written. */
export function parseInstalled(text: string): Installed | null {
  try {
    return installedSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/**
 * What is installed in a home; nothing when dotkit never wrote there.
 * Errors: `installed_damaged` (integrity): going on with half of it would forget what has to be put back.
 */
export function readInstalled(home: Home): Installed {
  const path = ownPaths(home).installed;
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return structuredClone(NOTHING);
    throw error;
  }
  const installed = parseInstalled(text);
  if (installed !== null) return installed;
  throw new CliError('installed_damaged', EXIT.integrity, `${path} cannot be read: it is not what dotkit wrote.`, [
    'Nothing was changed. dotkit doctor finds the last good one in the history and puts it back.',
  ]);
}

/** Sorted by name, so that two writings of the same thing are the same bytes. */
export function encodeInstalled({ modules, shared, folders }: Installed): Buffer {
  const sorted = <T>(record: Record<string, T>): Record<string, T> =>
    Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
  const ordered: Installed = {
    formatVersion: 1,
    modules: sorted(modules),
    shared: sorted(shared),
    folders: [...folders].sort(),
  };
  return Buffer.from(`${JSON.stringify(ordered, null, 1)}\n`);
}
