import type { FileState } from './types';

/** Whether two states of one path are the same: content and mode of a file, target of a link, mode of a folder. */
export function sameState(a: FileState, b: FileState): boolean {
  if (a.type === 'file') return b.type === 'file' && a.sha256 === b.sha256 && a.perm === b.perm;
  if (a.type === 'link') return b.type === 'link' && a.target === b.target;
  if (a.type === 'folder') return b.type === 'folder' && a.perm === b.perm;
  return a.type === b.type;
}
