import type { FileState } from '../types';
import type { Draft } from './draft';
import { mergeText } from './merge-text';
import { bytesOf, isText, sameState, textOf } from './states';

type File = Extract<FileState, { type: 'file' }>;

/** What becomes of a path that a module wrote and now wants otherwise. */
export type Outcome =
  | { take: 'same' }
  | { take: 'theirs'; state: FileState }
  | { take: 'merged'; state: FileState }
  | { take: 'mine'; why: string }
  | { take: 'neither' };

export const REMOVED = 'You removed it.';
export const EDITED = 'You changed it.';

/** A value that both sides may have changed; null when they disagree. */
const pick = <T>(base: T, mine: T, theirs: T): T | null => {
  if (mine === base || mine === theirs) return theirs;
  return theirs === base ? mine : null;
};

function mergedContent(draft: Draft, path: string, base: File, theirs: File): string | null {
  const sides = [draft.read(base.sha256), draft.bytes(path), draft.read(theirs.sha256)];
  const [before, mine, after] = sides.flatMap((bytes) => (bytes !== null && isText(bytes) ? textOf(bytes) : []));
  if (before === undefined || mine === undefined || after === undefined) return null;
  const { clean, text } = mergeText(before, mine, after);
  return clean ? draft.put(bytesOf(text)) : null;
}

function mergeFiles(draft: Draft, path: string, base: File, mine: File, theirs: File): Outcome {
  // Permissions are one value: where both changed them, the person's stay.
  const perm = pick(base.perm, mine.perm, theirs.perm) ?? mine.perm;
  const picked = pick(base.sha256, mine.sha256, theirs.sha256);
  const sha256 = picked ?? mergedContent(draft, path, base, theirs);
  if (sha256 === null) return { take: 'neither' };
  const state: File = { type: 'file', sha256, perm };
  if (sameState(state, mine)) return { take: 'mine', why: EDITED };
  return { take: picked === null ? 'merged' : 'theirs', state };
}

/** Base is what the module wrote, mine what is there, theirs what the module wants now. */
export function threeWay(draft: Draft, path: string, base: FileState, mine: FileState, theirs: FileState): Outcome {
  if (sameState(mine, theirs)) return { take: 'same' };
  if (sameState(mine, base)) return { take: 'theirs', state: theirs };
  if (mine.type === 'absent') return { take: 'mine', why: REMOVED };
  if (sameState(theirs, base)) return { take: 'mine', why: EDITED };
  if (base.type !== 'file' || mine.type !== 'file' || theirs.type !== 'file') return { take: 'neither' };
  return mergeFiles(draft, path, base, mine, theirs);
}
