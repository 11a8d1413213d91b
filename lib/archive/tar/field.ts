/** Reads the fixed fields of a tar header in the one way in which every reader agrees, or says that it cannot. */

const NUL = 0;
const SPACE = 0x20;
const ZERO = 0x30;
const SEVEN = 0x37;

/** The length of a string field up to its first NUL; -1 when something follows that NUL. */
export function stringLength(block: Uint8Array, offset: number, length: number): number {
  const end = offset + length;
  let at = offset;
  while (at < end && block[at] !== NUL) at += 1;
  return isZero(block, at, end) ? at - offset : -1;
}

/**
 * An octal field: optional spaces, digits, then only NULs and spaces. `blank` is the value of a field without digits; null
 * refuses it. The binary form (high bit set) is refused here: sizes beyond 8 GiB and negative ones are its only use.
 */
export function octalField(block: Uint8Array, offset: number, length: number, blank: number | null): number | null {
  const end = offset + length;
  let at = offset;
  while (at < end && block[at] === SPACE) at += 1;
  const start = at;
  let value = 0;
  for (; at < end; at += 1) {
    const byte = block[at] ?? 0;
    if (byte < ZERO || byte > SEVEN) break;
    value = value * 8 + (byte - ZERO);
  }
  const digits = at - start;
  for (; at < end; at += 1) if (block[at] !== NUL && block[at] !== SPACE) return null;
  return digits === 0 ? blank : value;
}

/** Whether an owner or time field is well formed; the binary form is common there (large user ids, fractions). */
export function isNumberField(block: Uint8Array, offset: number, length: number): boolean {
  const first = block[offset] ?? 0;
  return first === 0x80 || first === 0xff || octalField(block, offset, length, 0) !== null;
}

export function isZero(block: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (block[at] !== NUL) return false;
  return true;
}
