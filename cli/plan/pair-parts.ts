import type { ManagedWrite, Ref } from '../types';
import type { Held, WantedPart } from './planning';
import { bytesOf, sha256Of } from './states';

/** A part that was, a part that will be, or what the one becomes. */
export type Pair = { held: Held; wanted?: WantedPart } | { held?: undefined; wanted: WantedPart };

const hashOf = (write: ManagedWrite): string => (write.written.type === 'file' ? write.written.sha256 : '');
const heldKey = ({ ref, write }: Held): string => `${ref} ${write.mode} ${write.src ?? hashOf(write)}`;
const wantedKey = ({ ref, entry, text }: WantedPart): string =>
  `${ref} ${entry.mode} ${entry.src ?? sha256Of(bytesOf(text))}`;

/**
 * Finds for the parts of one file what they were before. A block is known by its source and a line by its text; what is left over
 * of a module is paired in order, so that a renamed source or a reworded line stays where it stands.
 */
export function pairParts(held: readonly Held[], wanted: readonly WantedPart[]): Pair[] {
  const open = new Map(held.map((one) => [heldKey(one), one]));
  const known = new Map<WantedPart, Held>();
  for (const one of wanted) {
    const before = open.get(wantedKey(one));
    if (before === undefined) continue;
    known.set(one, before);
    open.delete(wantedKey(one));
  }
  const takeLeft = (ref: Ref, mode: string): Held | undefined => {
    for (const [key, one] of open) {
      if (one.ref !== ref || one.write.mode !== mode) continue;
      open.delete(key);
      return one;
    }
    return undefined;
  };
  const pairs = wanted.map((one): Pair => {
    const before = known.get(one) ?? takeLeft(one.ref, one.entry.mode);
    return before === undefined ? { wanted: one } : { held: before, wanted: one };
  });
  return [...pairs, ...[...open.values()].map((one): Pair => ({ held: one }))];
}
