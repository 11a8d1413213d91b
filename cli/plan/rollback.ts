import { dirname } from 'node:path';
import { baseOf, isOwn } from '../own-paths';
import type { Change, Contents, Disk, FileState, Home, ModuleMove, Sha256, Transaction } from '../types';
import { mergeText } from './merge-text';
import { bytesOf, isText, sameState, sha256Of, textOf } from './states';

type RollbackAction = 'restore' | 'remove' | 'merge' | 'unchanged' | 'conflict';

/** One path of a rollback. `reason` says why it is in conflict; `change` is null where nothing is to be done. */
export type RollbackStep = { path: string; action: RollbackAction; reason?: string; change: Change | null };

export type RollbackPlan = {
  /** What a person sees; dotkit's own files change along and are not listed. */
  steps: RollbackStep[];
  /** Everything that changes, in a safe order. Not to be carried out while a step is in conflict. */
  changes: Change[];
  /** Merged texts, which are in no store yet. */
  made: Map<Sha256, Buffer>;
  modules: ModuleMove[];
};

type RollbackInput = {
  home: Home;
  disk: Disk;
  contents: Contents;
  /** The transactions to undo, oldest first, without a gap up to the newest. */
  transactions: readonly Transaction[];
  /** Lets the earlier state win over what was edited since; the edited content stays in the store and the history. */
  force: boolean;
};

type Touched = { path: string; target: FileState; expected: FileState };
type Verdict = { action: RollbackAction; reason?: string; after?: FileState };

/** For every path: what it was before the oldest of the transactions, and what the newest left there. */
function touchedBy(transactions: readonly Transaction[]): Touched[] {
  const touched = new Map<string, Touched>();
  for (const { changes } of transactions) {
    for (const { path, before, after } of changes) {
      touched.set(path, { path, target: touched.get(path)?.target ?? before, expected: after });
    }
  }
  return [...touched.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Which version each module goes from (the newest) and to (the oldest). What ends where it began is left out. */
function movesOf(transactions: readonly Transaction[]): ModuleMove[] {
  const moves = new Map<string, ModuleMove>();
  for (const { ref, from, to } of transactions.flatMap(({ modules }) => modules)) {
    const earlier = moves.get(ref);
    moves.set(ref, { ref, from: to, to: earlier === undefined ? from : earlier.to });
  }
  return [...moves.values()].filter(({ from, to }) => from !== to).sort((a, b) => (a.ref < b.ref ? -1 : 1));
}

const towards = (target: FileState): Verdict => ({
  action: target.type === 'absent' ? 'remove' : 'restore',
  after: target,
});

class Rollback {
  readonly made = new Map<Sha256, Buffer>();
  /** What stands on the disk now: it comes into the store only with the transaction. */
  private readonly mine = new Map<Sha256, Buffer>();

  /** Paths that are folders when all is done. */
  private readonly opened = new Set<string>();

  constructor(private readonly input: RollbackInput) {}

  /** Both edits of a text: the person's since, and the way back. */
  private merged({ target, expected }: Touched, found: FileState): FileState | null {
    if (target.type !== 'file' || expected.type !== 'file' || found.type !== 'file') return null;
    const perm = found.perm === expected.perm ? target.perm : found.perm;
    if (found.sha256 === expected.sha256) return { ...target, perm };
    if (found.sha256 === target.sha256) return { ...found, perm };
    return this.mergedText(expected.sha256, found.sha256, target.sha256, perm);
  }

  private mergedText(base: Sha256, mine: Sha256, theirs: Sha256, perm: number): FileState | null {
    const { contents } = this.input;
    const all = [contents.read(base), this.mine.get(mine) ?? null, contents.read(theirs)];
    const [o, a, b] = all.map((bytes) => (bytes !== null && isText(bytes) ? textOf(bytes) : null));
    if (typeof o !== 'string' || typeof a !== 'string' || typeof b !== 'string') return null;
    const { clean, text } = mergeText(o, a, b);
    if (!clean) return null;
    const bytes = bytesOf(text);
    this.made.set(sha256Of(bytes), bytes);
    return { type: 'file', sha256: sha256Of(bytes), perm };
  }

  /** Folders are met halfway: one that is gone need not go, one that is there need not be made. */
  private ofFolder({ target, expected }: Touched, found: FileState): Verdict | null {
    if (target.type === 'absent' && found.type === 'folder') return { action: 'remove', after: target };
    if (target.type === 'folder' && found.type === 'absent') return { action: 'restore', after: target };
    if (target.type !== 'folder' || found.type !== 'folder') return null;
    return sameState(expected, found) ? towards(target) : { action: 'unchanged' };
  }

  private verdict(touched: Touched, found: FileState): Verdict {
    const { disk, home, force } = this.input;
    const { path, target, expected } = touched;
    if (sameState(target, found)) return { action: 'unchanged' };
    if (found.type === 'other') return { action: 'conflict', reason: 'it is no file, link or folder any more' };
    if (target.type === 'file' && this.input.contents.read(target.sha256) === null) {
      return { action: 'conflict', reason: 'its earlier content is no longer kept' };
    }
    if (isOwn(home, path) || sameState(expected, found)) return towards(target);
    const folder = this.ofFolder(touched, found);
    if (folder !== null) return folder;
    const bytes = found.type === 'file' ? disk.bytes(path) : null;
    if (bytes !== null && found.type === 'file') this.mine.set(found.sha256, bytes);
    const after = this.merged(touched, found);
    if (after !== null) return { action: 'merge', after };
    if (force) return towards(target);
    return { action: 'conflict', reason: found.type === 'absent' ? 'it was removed since' : 'it was edited since' };
  }

  /** What is at the path, never seen through a link. What stands where its folder goes back counts as gone already. */
  private found({ path, target }: Touched): FileState | { obstacle: string } {
    const obstacle = this.input.disk.obstacle(path);
    if (obstacle === null) return this.input.disk.state(path);
    return this.opened.has(obstacle) || target.type === 'absent' ? { type: 'absent' } : { obstacle };
  }

  step(touched: Touched): RollbackStep {
    const { path } = touched;
    const before = this.found(touched);
    if ('obstacle' in before) {
      const reason = `${before.obstacle} is a symbolic link or no folder`;
      return { path, action: 'conflict', reason, change: null };
    }
    const { action, reason, after } = this.verdict(touched, before);
    if (action === 'conflict') return { path, action, ...(reason && { reason }), change: null };
    if (after === undefined || sameState(before, after)) return { path, action: 'unchanged', change: null };
    if (after.type === 'folder') this.opened.add(path);
    return { path, action, change: { path, before, after } };
  }
}

/** Folders that were removed since, and that something goes back into. */
function missingFolders({ home, disk }: RollbackInput, changes: readonly Change[]): Change[] {
  const made = new Map(changes.flatMap((change) => (change.after.type === 'folder' ? [[change.path, change]] : [])));
  const added: Change[] = [];
  for (const { path, after } of changes) {
    if (after.type === 'absent') continue;
    for (let folder = dirname(path); baseOf(home, folder) !== null; folder = dirname(folder)) {
      if (made.has(folder) || disk.state(folder).type !== 'absent') continue;
      const perm = 0o755 & ~home.umask;
      const change: Change = { path: folder, before: { type: 'absent' }, after: { type: 'folder', perm } };
      made.set(folder, change);
      added.push(change);
    }
  }
  return added;
}

/**
 * How to return to the state before the given transactions. What nobody edited since goes back exactly; edited texts are
 * merged three-way (base: what dotkit left, theirs: the earlier state); the rest is in conflict unless `force`.
 * dotkit's own files always go back. Errors: `blob_damaged` (integrity) from the store.
 */
export function planRollback(input: RollbackInput): RollbackPlan {
  const rollback = new Rollback(input);
  const steps = touchedBy(input.transactions).map((touched) => rollback.step(touched));
  const changes = steps.flatMap(({ change }) => change ?? []);
  return {
    steps: steps.filter(({ path, action }) => action === 'conflict' || !isOwn(input.home, path)),
    changes: [...missingFolders(input, changes), ...changes],
    made: rollback.made,
    modules: movesOf(input.transactions),
  };
}
