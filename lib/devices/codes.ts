import 'server-only';
import { createHash, randomBytes, randomInt } from 'node:crypto';
import { USER_CODE_ALPHABET, USER_CODE_LENGTH } from './rules';

/** A code that a program keeps to itself: 256 bits. */
export const newDeviceCode = (): string => randomBytes(32).toString('base64url');

/** A code that a person compares and types, without its hyphen: more than 34 bits, good for fifteen minutes. */
export const newUserCode = (): string =>
  Array.from({ length: USER_CODE_LENGTH }, () => USER_CODE_ALPHABET.charAt(randomInt(USER_CODE_ALPHABET.length))).join(
    '',
  );

/** What is stored of a code. */
export const hashCode = (code: string): string => createHash('sha256').update(code).digest('hex');
