import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

const PREFIX = 'dk_';
/** 240 bits of randomness: above the 160 promised, and free of padding in base64url. */
const RANDOM_BYTES = 30;
const PATTERN = /^dk_[A-Za-z0-9_-]{40}[0-9a-f]{8}$/;

const checksum = (body: string) => crc32(body).toString(16).padStart(8, '0');

/** A new secret: `dk_`, 40 random characters, 8 of checksum, so that a typo is told from a revoked token. */
export function newSecret(): string {
  const body = randomBytes(RANDOM_BYTES).toString('base64url');
  return `${PREFIX}${body}${checksum(body)}`;
}

/** Whether a text has the form of a token, checksum included. */
export const isSecret = (text: string): boolean => PATTERN.test(text) && checksum(text.slice(3, -8)) === text.slice(-8);

/** What is stored of a secret. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');
