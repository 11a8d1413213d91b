import 'server-only';
import { DomainError, type ErrorCode } from '@/lib/errors';

/** A refusal as RFC 9457 `application/problem+json`. */
export function problemOf(error: DomainError, headers: HeadersInit = {}): Response {
  const body = {
    type: 'about:blank',
    title: titleOf(error.code),
    status: error.status,
    code: error.code,
    detail: error.message,
    ...(error.fields.length > 0 ? { errors: error.fields } : {}),
  };
  return Response.json(body, {
    status: error.status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(error.retryAfterSeconds === undefined ? {} : { 'retry-after': String(error.retryAfterSeconds) }),
      ...(error.status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
      ...Object.fromEntries(new Headers(headers)),
    },
  });
}

/** The same words for every occurrence of a code, as RFC 9457 asks of a title. */
const titleOf = (code: ErrorCode) => `${code.charAt(0).toUpperCase()}${code.slice(1).replaceAll('_', ' ')}`;

export const problem = (code: ErrorCode): Response => problemOf(new DomainError(code));
