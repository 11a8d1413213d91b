import type { ErrorCode } from '@/lib/errors';

/** Without vowels and look-alikes, as RFC 8628 §6.1 advises: no code spells a word. */
export const USER_CODE_ALPHABET = 'BCDFGHJKLMNPQRSTVWXZ';
export const USER_CODE_LENGTH = 8;
/** Seconds for which codes can be used. */
export const DEVICE_TTL_SECONDS = 900;
/** Seconds that a program waits between two questions, at first. */
export const POLL_SECONDS = 5;
/** Days for which the token lives that a program is given. */
export const DEVICE_TOKEN_DAYS = 90;

/** What a person typed as the code is kept: upper case, without what only separates. Null for what cannot be one. */
export function readUserCode(typed: string): string | null {
  const code = typed
    .slice(0, 40)
    .toUpperCase()
    .replace(/[\s\-–—_.]/g, '');
  return code.length === USER_CODE_LENGTH && [...code].every((letter) => USER_CODE_ALPHABET.includes(letter))
    ? code
    : null;
}

export const showUserCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;

const OAUTH_ERRORS: Partial<Record<ErrorCode, string>> = {
  authorization_pending: 'authorization_pending',
  slow_down: 'slow_down',
  access_denied: 'access_denied',
  expired_token: 'expired_token',
  invalid_grant: 'invalid_grant',
  unsupported_grant_type: 'unsupported_grant_type',
  invalid_input: 'invalid_request',
  body_too_large: 'invalid_request',
  rate_limited: 'slow_down',
};

/** A refusal in the words of RFC 6749 §5.2 and RFC 8628 §3.5, for clients that know nothing of ours. */
export const oauthErrorOf = (code: ErrorCode): string => OAUTH_ERRORS[code] ?? 'temporarily_unavailable';
