import { readdirSync } from 'node:fs';
import { ownPaths } from '../own-paths';
import type { Home, Sha256 } from '../types';
import { errnoOf } from './errno';

/** The names in a folder; none when it does not exist. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return [];
    throw error;
  }
}

/** The hashes of everything in the content store. */
export function listBlobs(home: Home): Sha256[] {
  return namesIn(ownPaths(home).blobs).filter((name) => /^[0-9a-f]{64}$/.test(name));
}
