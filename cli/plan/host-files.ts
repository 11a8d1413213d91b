import type { FileState, ManagedWrite } from '../types';
import { findBlock, replaceRange } from './blocks';
import { findLine } from './lines';
import type { Held, Planning } from './planning';
import { writeShared } from './shared-text';
import { bytesOf, isText, sha256Of, textOf } from './states';

type File = Extract<FileState, { type: 'file' }>;
type Range = { start: number; end: number };

function rangeOf({ draft }: Planning, text: string, { ref, write }: Held): Range | null {
  if (write.mode === 'block') {
    const block = findBlock(text, `${ref}:${write.src ?? ''}`);
    return block === 'damaged' ? null : block;
  }
  const line = write.written.type === 'file' ? draft.read(write.written.sha256) : null;
  return line === null ? null : findLine(text, textOf(line));
}

/** A text without the parts of modules, and those parts in their order. A line that several modules need is there once. */
function split(planning: Planning, text: string, guests: readonly Held[]): { own: string; parts: string } {
  const found = guests.flatMap((guest) => rangeOf(planning, text, guest) ?? []);
  const ranges = [...new Map(found.map((range) => [range.start, range])).values()].sort((a, b) => b.start - a.start);
  const own = ranges.reduce((rest, range) => replaceRange(rest, range, ''), text);
  return {
    own,
    parts: ranges
      .map(({ start, end }) => text.slice(start, end))
      .reverse()
      .join(''),
  };
}

/**
 * Takes a module's whole file away from under parts that others added to it, and puts back what was there before the module, the
 * parts after it. False, with nothing done, where a person changed something else.
 */
export function leaveHost(planning: Planning, write: ManagedWrite, mine: File): boolean {
  const { path, written, original } = write;
  const { draft, guestParts, shared } = planning;
  const guests = guestParts.get(path) ?? [];
  const bytes = guests.length === 0 ? null : draft.bytes(path);
  const before = original.type === 'file' ? draft.read(original.sha256) : Buffer.alloc(0);
  const canReturn = original.type === 'file' || original.type === 'absent';
  if (bytes === null || before === null || !isText(bytes) || !canReturn || written.type !== 'file') return false;
  const { own, parts } = split(planning, textOf(bytes), guests);
  const bare = shared.get(path)?.addedNewline === true ? own.replace(/\n$/, '') : own;
  if (mine.perm !== written.perm || sha256Of(bytesOf(bare)) !== written.sha256) return false;
  const lacksFeed = before.length > 0 && before.at(-1) !== 0x0a;
  draft.place(path, original.type === 'file' ? original : mine);
  writeShared(planning, path, `${textOf(before)}${lacksFeed ? '\n' : ''}${parts}`);
  shared.set(path, { created: original.type === 'absent', addedNewline: lacksFeed });
  return true;
}
