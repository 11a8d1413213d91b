import { DomainError } from '@/lib/errors';

/** Seconds for which an answer is kept. */
export const ANSWER_TTL_SECONDS = 86_400;
/** Seconds after which a write that has not answered is taken for dead, and its key may be used for another try. */
export const LEASE_SECONDS = 60;

/** The header's value: a string of RFC 9651 as the draft asks, or the same without its quotes, as most clients send it. */
const QUOTED = /^"([\x20-\x21\x23-\x5b\x5d-\x7e]{1,255})"$/;
const BARE = /^[\x21\x23-\x2b\x2d-\x5b\x5d-\x7e]{1,255}$/;

/** The key of a request; null when it has none. Throws `invalid_input` for one that cannot be read. */
export function readIdempotencyKey(header: string | null): string | null {
  if (header === null) return null;
  const text = header.trim();
  const key = QUOTED.exec(text)?.[1] ?? BARE.exec(text)?.[0];
  if (key) return key;
  throw new DomainError(
    'invalid_input',
    {},
    { fields: [{ path: 'Idempotency-Key', message: 'One string of 1 to 255 printable ASCII characters.' }] },
  );
}
