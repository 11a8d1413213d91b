/** How often and how patiently something is tried. Milliseconds; `longest` bounds one pause. */
export type Patience = { retries: number; first: number; longest: number };

export const PATIENCE: Patience = { retries: 3, first: 250, longest: 20_000 };

const MAX_SECONDS = 86_400;

/** `Retry-After` in seconds, whether it is written as a number or as a date; null when it is neither. */
export function readRetryAfter(header: string | undefined, now: number): number | null {
  if (header === undefined) return null;
  const seconds = /^\d{1,9}$/.test(header.trim()) ? Number(header) : Math.ceil((Date.parse(header) - now) / 1000);
  return Number.isNaN(seconds) ? null : Math.min(Math.max(seconds, 0), MAX_SECONDS);
}

/**
 * Milliseconds before the next try, or null to give up. Pauses double, with a random half, so that many clients which failed
 * together do not come back together.
 */
export function pauseBefore(attempt: number, retryAfterSeconds: number | null, patience: Patience): number | null {
  if (attempt >= patience.retries) return null;
  const asked = retryAfterSeconds === null ? 0 : retryAfterSeconds * 1000;
  if (asked > patience.longest) return null;
  const backoff = patience.first * 2 ** attempt;
  return Math.min(Math.max(asked, backoff * (0.5 + Math.random() / 2)), patience.longest);
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
