import { closeSync, lstatSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { baseOf } from '../own-paths';
import type { Disk, FileState, Home } from '../types';
import { errnoOf } from './errno';
import { openRegular } from './file-hash';
import { stateAt } from './state-at';

/** Clocks of file systems tick in steps: a file that was written twice within one shows the same time. */
const SETTLED_MS = 100;

/** What changes whenever a file is written, replaced or given another mode; null when that cannot be relied on yet. */
function signatureOf(path: string): string | null {
  try {
    const found = lstatSync(path, { bigint: true });
    const isSettled = Date.now() - Number(found.ctimeMs) > SETTLED_MS;
    return found.isFile() && isSettled
      ? `${found.dev}:${found.ino}:${found.size}:${found.mode}:${found.ctimeNs}`
      : null;
  } catch {
    return null;
  }
}

class HomeDisk implements Disk {
  private readonly known = new Map<string, { signature: string; state: FileState }>();
  private readonly realFolders = new Set<string>();

  constructor(private readonly home: Home) {}

  state(path: string): FileState {
    const signature = signatureOf(path);
    const known = this.known.get(path);
    if (signature !== null && known?.signature === signature) return known.state;
    const state = stateAt(path);
    if (signature !== null) this.known.set(path, { signature, state });
    return state;
  }

  bytes(path: string): Buffer | null {
    try {
      const fd = openRegular(path);
      if (fd === null) return null;
      try {
        return readFileSync(fd);
      } finally {
        closeSync(fd);
      }
    } catch (error) {
      if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes(errnoOf(error) ?? '')) return null;
      throw error;
    }
  }

  obstacle(path: string): string | null {
    const base = baseOf(this.home, path);
    return base === null ? path : this.folderObstacle(base, dirname(path));
  }

  private folderObstacle(base: string, folder: string): string | null {
    if (folder === base || this.realFolders.has(folder)) return null;
    const above = this.folderObstacle(base, dirname(folder));
    if (above !== null) return above;
    const found = lstatSync(folder, { throwIfNoEntry: false });
    if (found === undefined) return null;
    if (!found.isDirectory()) return folder;
    this.realFolders.add(folder);
    return null;
  }
}

/**
 * The disk as a planner may see it. Hashes are remembered while size, times and mode of a file stay; folders that were seen to be
 * real are not looked at twice, since the transaction looks again before every write.
 */
export const openDisk = (home: Home): Disk => new HomeDisk(home);
