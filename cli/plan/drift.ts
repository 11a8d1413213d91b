import type { Contents, Disk, FileState, ManagedWrite, Receipt, Ref } from '../types';
import { bodyOf, findBlock } from './blocks';
import { isPart } from './planning';
import { isText, sameState, textOf } from './states';
import { type WrittenState, writtenState } from './written-state';

/** One path that is not as a module wrote it, with both texts where there are some. */
export type Drift = {
  ref: Ref;
  path: string;
  state: Exclude<WrittenState, 'clean'>;
  before: string | null;
  after: string | null;
  /** Whether the bytes are the same, and only the permissions are not. */
  isMode: boolean;
};
type Texts = Pick<Drift, 'before' | 'after' | 'isMode'>;

function textBehind(contents: Contents, state: FileState): string | null {
  if (state.type === 'link') return `→ ${state.target}\n`;
  const bytes = state.type === 'file' ? contents.read(state.sha256) : null;
  return bytes !== null && isText(bytes) ? textOf(bytes) : null;
}

function textOfPath(disk: Disk, path: string): string | null {
  const bytes = disk.obstacle(path) === null ? disk.bytes(path) : null;
  return bytes !== null && isText(bytes) ? textOf(bytes) : null;
}

function textsOfFile(disk: Disk, contents: Contents, { path, written }: ManagedWrite): Texts {
  const found: FileState = disk.obstacle(path) === null ? disk.state(path) : { type: 'other' };
  const isMode =
    found.type === 'file' && written.type === 'file' && sameState({ ...found, perm: written.perm }, written);
  const after = found.type === 'link' ? textBehind(contents, found) : textOfPath(disk, path);
  return { before: textBehind(contents, written), after, isMode };
}

function textsOfPart(disk: Disk, contents: Contents, ref: Ref, { path, mode, src, written }: ManagedWrite): Texts {
  const before = textBehind(contents, written);
  if (mode === 'source-line') return { before: before === null ? null : `${before}\n`, after: null, isMode: false };
  const text = textOfPath(disk, path) ?? '';
  const block = findBlock(text, `${ref}:${src ?? ''}`);
  return { before, after: block === null || block === 'damaged' ? null : bodyOf(text, block), isMode: false };
}

/** Where the disk is not as installed versions wrote it, module by module. */
export function driftOf(receipts: readonly Receipt[], disk: Disk, contents: Contents): Drift[] {
  return receipts.flatMap(({ ref, writes }) =>
    writes.flatMap((write) => {
      const state = writtenState(disk, ref, write);
      if (state === 'clean') return [];
      const texts = isPart(write) ? textsOfPart(disk, contents, ref, write) : textsOfFile(disk, contents, write);
      return [{ ref, path: write.path, state, ...texts }];
    }),
  );
}
