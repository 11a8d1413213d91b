import type { Contents, Disk, FileState, Installed, ManagedWrite, Ref } from '../types';
import { bodyOf, findBlock } from './blocks';
import { findLine } from './lines';
import { isPart } from './planning';
import { isText, sameState, textOf } from './states';

/** One path that is not as a module wrote it. Texts are null where there is none, or no text. */
export type Drift = {
  ref: Ref;
  path: string;
  what: 'edited' | 'removed' | 'replaced' | 'mode';
  before: string | null;
  after: string | null;
};

const textBehind = (contents: Contents, state: FileState): string | null => {
  if (state.type === 'link') return `→ ${state.target}\n`;
  const bytes = state.type === 'file' ? contents.read(state.sha256) : null;
  return bytes !== null && isText(bytes) ? textOf(bytes) : null;
};

function fileDrift(
  disk: Disk,
  contents: Contents,
  { path, written }: ManagedWrite,
): Omit<Drift, 'ref' | 'path'> | null {
  const found: FileState = disk.obstacle(path) === null ? disk.state(path) : { type: 'other' };
  if (sameState(found, written)) return null;
  const before = textBehind(contents, written);
  if (found.type === 'absent') return { what: 'removed', before, after: null };
  if (found.type !== written.type) return { what: 'replaced', before, after: null };
  if (found.type !== 'file' || written.type !== 'file') {
    return { what: 'replaced', before, after: textBehind(contents, found) };
  }
  if (found.sha256 === written.sha256) return { what: 'mode', before: null, after: null };
  const bytes = disk.bytes(path);
  return { what: 'edited', before, after: bytes !== null && isText(bytes) ? textOf(bytes) : null };
}

function partDrift(disk: Disk, contents: Contents, ref: Ref, write: ManagedWrite): Omit<Drift, 'ref' | 'path'> | null {
  const before = textBehind(contents, write.written);
  const bytes = disk.obstacle(write.path) === null ? disk.bytes(write.path) : null;
  const text = bytes === null ? '' : textOf(bytes);
  if (write.mode === 'source-line') {
    const isThere = before !== null && findLine(text, before) !== null;
    return isThere ? null : { what: 'removed', before: before === null ? null : `${before}\n`, after: null };
  }
  const block = findBlock(text, `${ref}:${write.src ?? ''}`);
  if (block === null || block === 'damaged') return { what: 'removed', before, after: null };
  const body = bodyOf(text, block);
  return body === before ? null : { what: 'edited', before, after: body };
}

/**
 * Where the disk is not as the installed versions wrote it, module by module. A file that is written only once is its owner's, so
 * nothing is said of it.
 */
export function driftOf(installed: Installed, disk: Disk, contents: Contents, refs: readonly Ref[]): Drift[] {
  return refs.flatMap((ref) =>
    (installed.modules[ref]?.writes ?? []).flatMap((write) => {
      if (write.mode === 'create-only') return [];
      const drift = isPart(write) ? partDrift(disk, contents, ref, write) : fileDrift(disk, contents, write);
      return drift === null ? [] : [{ ref, path: write.path, ...drift }];
    }),
  );
}
