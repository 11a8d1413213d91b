import type { Disk, ManagedWrite, Ref } from '../types';
import { bodyOf, findBlock } from './blocks';
import { bytesOf, isText, sameState, sha256Of, textOf } from './states';

/** How what a module wrote stands now. `edited` is also what was replaced by something of another kind. */
export type WrittenState = 'clean' | 'edited' | 'missing';

const hashOf = (text: string): string => sha256Of(bytesOf(text));
const isLine = (text: string, sha256: string): boolean =>
  text.split('\n').some((line) => hashOf(line.replace(/\r$/, '')) === sha256);

function stateOfPart(text: string, ref: Ref, { mode, src, written }: ManagedWrite): WrittenState {
  const sha256 = written.type === 'file' ? written.sha256 : '';
  if (mode === 'source-line') return isLine(text, sha256) ? 'clean' : 'missing';
  const block = findBlock(text, `${ref}:${src ?? ''}`);
  if (block === null) return 'missing';
  return block !== 'damaged' && hashOf(bodyOf(text, block)) === sha256 ? 'clean' : 'edited';
}

/** Compares one thing that a module wrote with the disk. A file that is created once belongs to the person from then on. */
export function writtenState(disk: Disk, ref: Ref, write: ManagedWrite): WrittenState {
  const { path, mode, written } = write;
  if (disk.obstacle(path) !== null) return 'edited';
  const found = disk.state(path);
  if (found.type === 'absent') return written.type === 'absent' ? 'clean' : 'missing';
  if (mode === 'create-only') return 'clean';
  if (mode !== 'block' && mode !== 'source-line') return sameState(found, written) ? 'clean' : 'edited';
  const bytes = disk.bytes(path);
  return bytes !== null && isText(bytes) ? stateOfPart(textOf(bytes), ref, write) : 'edited';
}
