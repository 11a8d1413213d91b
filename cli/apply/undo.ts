import { CliError, EXIT } from '../errors';
import { isWithin } from '../own-paths';
import { sameState, sha256Of } from '../plan/states';
import type { Change, FileState, Home } from '../types';
import { applyChanges, removeTemporaries, type Work } from './apply-changes';
import type { Blobs } from './blobs';
import type { Journal } from './journal';
import { stateInHome } from './state-at';

/** `.dotkit-<nonce>-<hash of the path>.tmp`; forward and backward runs differ, for an undoing may be killed as well. */
export const workOf = (home: Home, blobs: Blobs, nonce: string, isUndo: boolean): Work => ({
  home,
  blobs,
  temporaryName: (path) => `.dotkit-${nonce}-${sha256Of(Buffer.from(path)).slice(0, 16)}${isUndo ? '-undo' : ''}.tmp`,
});

/** What undoes a change, given what is there now; null when nothing is to be done, `foreign` when somebody else was there. */
function inverse({ path, before, after }: Change, found: FileState): Change | 'foreign' | null {
  if (sameState(before, found)) return null;
  const back: Change = { path, before: found, after: before };
  if (sameState(after, found)) return back;
  // A folder that we made is ours whatever its mode is by now, and so is the mode of one that we changed.
  if (found.type === 'folder' && (after.type === 'folder' || before.type === 'folder')) return back;
  // Between a file and a folder of the same name there is a moment of neither.
  const isBetween = found.type === 'absent' && (before.type === 'folder') !== (after.type === 'folder');
  return isBetween ? back : 'foreign';
}

/** Refusals of ours leave a path alone for good; what the system refuses (no space, no permission) can be tried again. */
class Troubles {
  readonly left = new Set<string>();
  readonly failed = new Map<string, string>();

  note(path: string, error: unknown): true {
    if (error instanceof CliError) this.left.add(path);
    else this.failed.set(path, error instanceof Error ? error.message : String(error));
    return true;
  }
}

/** What has to be done to go back. Where a folder gave its place to a file, what lay in it is absent and no obstacle. */
function backwardsOf(home: Home, changes: readonly Change[], troubles: Troubles): Change[] {
  const reopened = new Set<string>();
  const isBelowReopened = (path: string): boolean => [...reopened].some((folder) => isWithin(folder, path));
  const backwards: Change[] = [];
  for (const change of [...changes].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const { path } = change;
    try {
      const found: FileState = isBelowReopened(path) ? { type: 'absent' } : stateInHome(home, path);
      const back = inverse(change, found);
      if (back === 'foreign') troubles.left.add(path);
      if (back === 'foreign' || back === null) continue;
      if (back.after.type === 'folder' && found.type !== 'folder') reopened.add(path);
      backwards.push(back);
    } catch (error) {
      troubles.note(path, error);
    }
  }
  return backwards;
}

/**
 * Brings back what a transaction that did not finish found, and tells the paths that it left alone because somebody
 * else changed them meanwhile. Can be repeated, and killed, as often as one likes. Errors: `undo_incomplete` (failure).
 */
export async function undo(home: Home, blobs: Blobs, { nonce, transaction }: Journal): Promise<string[]> {
  const { changes } = transaction;
  for (const isUndo of [false, true]) removeTemporaries(workOf(home, blobs, nonce, isUndo), changes);
  const troubles = new Troubles();
  const backwards = backwardsOf(home, changes, troubles);
  const work = workOf(home, blobs, nonce, true);
  await applyChanges(work, backwards, ({ path }, error) => troubles.note(path, error));
  removeTemporaries(work, backwards);
  if (troubles.failed.size > 0) {
    throw new CliError(
      'undo_incomplete',
      EXIT.failure,
      'Not everything could be put back yet. The next dotkit command will try again.',
      [...troubles.failed].map(([path, message]) => `${path}: ${message}`),
    );
  }
  return [...troubles.left].sort();
}
