import type { ErrorCode } from '@/lib/errors';
import type { Operation } from './operation';

/** Every code that an operation may answer: its own, and those that come with who calls it and what it takes. */
export function problemsOf({ method, caller, scope, body, problems }: Operation): ErrorCode[] {
  const codes: ErrorCode[] = ['invalid_input', 'invalid_token', 'rate_limited', 'database_down', 'internal'];
  if (caller === 'somebody') codes.push('unauthenticated');
  if (scope) codes.push('scope_missing');
  if (body) codes.push('body_too_large');
  if (caller === 'somebody' && method !== 'GET') codes.push('idempotency_in_flight', 'idempotency_mismatch');
  return [...new Set([...codes, ...problems])];
}
