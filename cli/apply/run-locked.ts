import { existsSync } from 'node:fs';
import type { Context } from '../context';
import { ownPaths } from '../own-paths';
import type { Disk, Home } from '../types';
import { t } from '../ui/text';
import { type Blobs, openBlobs } from './blobs';
import { openDisk } from './disk';
import { ensureOwnFolders } from './own-folders';
import { takeLock } from './process-lock';
import { type Recovery, recover } from './recover';

/** A home that this process alone works on, with nothing left open by an earlier one. */
export type Session = { home: Home; blobs: Blobs; disk: Disk };

type Place = Pick<Context, 'home' | 'out'>;

function tell({ out }: Place, { action, left }: Recovery): void {
  out.warn(t`The last ${action} was interrupted. It was undone: everything is as it was before it.`);
  for (const path of left) out.warn(t`Left alone, because it was changed since: ${path}`);
}

/**
 * Runs what writes: takes the process lock, undoes what a killed command left, runs, gives the lock back.
 * Errors: `locked` (failure) beside those of `recover` and of what is run.
 */
export async function runLocked<T>(place: Place, run: (session: Session) => Promise<T>): Promise<T> {
  const { home } = place;
  ensureOwnFolders(home);
  const lock = takeLock(home);
  try {
    const blobs = openBlobs(home);
    const recovery = await recover(home, blobs);
    if (recovery !== null) tell(place, recovery);
    return await run({ home, blobs, disk: openDisk(home) });
  } finally {
    lock.release();
  }
}

/** For commands that only read: undoes what a killed command left, and touches nothing otherwise. */
export async function settle(place: Place): Promise<void> {
  if (existsSync(ownPaths(place.home).journal)) await runLocked(place, async () => {});
}
