import type { Integrity, Sha256 } from '../types';

const HEX = /^[0-9a-f]{64}$/;
/** 32 bytes in base64: the last digit before `=` holds four bits, so it is one of sixteen. */
const SRI = /^sha256-[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/;

export const isSha256 = (text: unknown): text is Sha256 => typeof text === 'string' && HEX.test(text);
export const isIntegrity = (text: unknown): text is Integrity => typeof text === 'string' && SRI.test(text);

/** Hexadecimal digits as a lock file writes them. */
export const toIntegrity = (sha256: Sha256): Integrity =>
  `sha256-${Buffer.from(sha256, 'hex').toString('base64')}` as const;

/** The hexadecimal digits of an integrity value. */
export const toSha256 = (integrity: Integrity): Sha256 =>
  Buffer.from(integrity.slice('sha256-'.length), 'base64').toString('hex');
