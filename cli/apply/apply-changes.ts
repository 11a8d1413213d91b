import { closeSync, constants, fchmodSync, openSync, unlinkSync } from 'node:fs';
import { dirname } from 'node:path';
import { CliError } from '../errors';
import { isWithin } from '../own-paths';
import type { Change, FileState, Home } from '../types';
import { type Blobs, blobDamaged } from './blobs';
import { carryOut, changedMeanwhile, needsSeal, sealFolder } from './carry-out';
import { checkpoint } from './checkpoint';
import { unlessMissing } from './errno';
import { hashFile, openRegular } from './file-hash';
import { inParent, openFolder } from './folder-handle';
import { syncAndClose } from './sync-files';

const MAX_OPEN = 64;
const NEW_FILE = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW;

/** Where one run works, and what its temporary files are called; they lie in the folder of the file they become. */
export type Work = { home: Home; blobs: Blobs; temporaryName: (path: string) => string };

/** What to do about a change that failed: true to go on with the others, false to stop. */
type OnError = (change: Change, error: unknown) => boolean;
type Attempt = (change: Change, act: () => void) => void;

type Numbered = { change: Change; temporary: string };

const depth = (path: string): number => path.split('/').length;
const deepestFirst = (a: Numbered, b: Numbered): number => depth(b.change.path) - depth(a.change.path);

/**
 * The order in which nothing is in the way of anything else: folders come before what lies in them, new files and links in the order of
 * the plan, then what goes, then folders that are empty by now, then what takes a folder's place.
 */
function phases(changes: readonly Numbered[]): { folders: Numbered[]; rest: Numbered[] } {
  const kindOf = ({ before, after }: Change): number => {
    if (after.type === 'folder') return 0;
    if (before.type !== 'folder') return after.type === 'absent' ? 2 : 1;
    return after.type === 'absent' ? 3 : 4;
  };
  const of = (kind: number): Numbered[] => changes.filter(({ change }) => kindOf(change) === kind);
  return {
    folders: of(0).sort((a, b) => deepestFirst(b, a)),
    rest: [...of(1), ...of(2).sort(deepestFirst), ...of(3).sort(deepestFirst), ...of(4).sort(deepestFirst)],
  };
}

function copyFromStore(blobs: Blobs, sha256: string, to: number): void {
  const source = openRegular(blobs.pathOf(sha256));
  if (source === null) throw blobDamaged(sha256);
  try {
    if (hashFile(source, to) !== sha256) throw blobDamaged(sha256);
  } finally {
    closeSync(source);
  }
}

function prepare(work: Work, { change, temporary }: Numbered, after: Extract<FileState, { type: 'file' }>): number {
  checkpoint();
  const fd = inParent(work.home, change.path, (folder) => openSync(folder.at(temporary), NEW_FILE, 0o600));
  if (fd === null) throw changedMeanwhile(change.path);
  try {
    copyFromStore(work.blobs, after.sha256, fd);
    fchmodSync(fd, after.perm);
    return fd;
  } catch (error) {
    closeSync(fd);
    throw error;
  }
}

async function prepareAll(work: Work, changes: readonly Numbered[], attempt: Attempt): Promise<void> {
  const fds: number[] = [];
  try {
    for (const numbered of changes) {
      const { after } = numbered.change;
      if (after.type === 'file') attempt(numbered.change, () => fds.push(prepare(work, numbered, after)));
      if (fds.length === MAX_OPEN) await syncAndClose(fds.splice(0));
    }
  } finally {
    await syncAndClose(fds);
  }
}

const isReplacedFolder = ({ before, after }: Change): boolean =>
  before.type === 'folder' && (after.type === 'file' || after.type === 'link');

/** Makes the new names durable, once for each folder. */
async function syncFolders(home: Home, changes: readonly Numbered[], attempt: Attempt): Promise<void> {
  const folders = new Map(changes.map(({ change }) => [dirname(change.path), change]));
  // What lay in a folder that is a file or a link by now went with it.
  const replaced = changes.map(({ change }) => change).filter(isReplacedFolder);
  for (const folder of folders.keys()) if (replaced.some(({ path }) => isWithin(path, folder))) folders.delete(folder);
  const fds: number[] = [];
  for (const [folder, change] of folders) {
    attempt(change, () => {
      const handle = openFolder(home, folder);
      if (handle !== null) fds.push(handle.fd);
    });
    if (fds.length === MAX_OPEN) await syncAndClose(fds.splice(0));
  }
  await syncAndClose(fds);
}

/**
 * Carries out changes whose contents lie in the store: contents are durable before a file gets its name, names are durable when it
 * resolves. Stops at the first failure unless `onError` says otherwise; undoing is the caller's.
 */
export async function applyChanges(
  work: Work,
  changes: readonly Change[],
  onError: OnError = () => false,
): Promise<void> {
  const numbered = changes.map((change) => ({ change, temporary: work.temporaryName(change.path) }));
  const { folders, rest } = phases(numbered);
  const attempt: Attempt = (change, act) => {
    try {
      act();
    } catch (error) {
      if (!onError(change, error)) throw error;
    }
  };
  const run = ({ change, temporary }: Numbered) => attempt(change, () => carryOut(work.home, change, temporary));
  for (const each of folders) run(each);
  await prepareAll(work, rest, attempt);
  for (const each of rest) run(each);
  for (const { change } of folders.reverse()) {
    if (needsSeal(change)) attempt(change, () => sealFolder(work.home, change));
  }
  await syncFolders(work.home, numbered, attempt);
}

/** Removes what a killed or failed run left beside the files it was about to write. */
export function removeTemporaries(work: Work, changes: readonly Change[]): void {
  for (const { path } of changes) {
    try {
      inParent(work.home, path, (folder) => unlessMissing(() => unlinkSync(folder.at(work.temporaryName(path)))));
    } catch (error) {
      // A folder that became a link or a file holds nothing of ours any more.
      if (!(error instanceof CliError)) throw error;
    }
  }
}
