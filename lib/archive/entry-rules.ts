import type { FindingCode } from './finding-codes';
import type { TarEntry } from './tar/reader';

const SET_ID_OR_STICKY = 0o7000;
const TYPE_BITS = ~0o7777;
const REGULAR = 0o100000;
const DIRECTORY = 0o040000;

/** The code of an entry that is neither a regular file nor a directory, or null. */
export function typeFault(type: string): FindingCode | null {
  if (type === '0' || type === '5') return null;
  if (type === '1' || type === '2') return 'entry-link';
  if (type === '3' || type === '4' || type === '6') return 'entry-device';
  return 'entry-type';
}

/** The code of a mode that asks for more than permissions, or contradicts the type; null when it is fine. */
export function modeFault({ mode, type }: TarEntry): FindingCode | null {
  if ((mode & SET_ID_OR_STICKY) !== 0) return 'mode-setid';
  const bits = mode & TYPE_BITS;
  return bits === 0 || bits === (type === '5' ? DIRECTORY : REGULAR) ? null : 'mode-type';
}
