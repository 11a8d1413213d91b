import 'server-only';
import { siteUrl } from '@/lib/env';
import { DomainError, type ErrorCode } from '@/lib/errors';
import { routes } from '@/lib/routes';

/** Members that a problem has beside ours. */
export type Members = (code: ErrorCode) => Record<string, string>;

/** Where a code is explained. */
const typeOf = (code: ErrorCode) => `${siteUrl()?.origin ?? ''}${routes.apiError(code)}`;

/** A refusal as RFC 9457 `application/problem+json`. */
export function problemOf(error: DomainError, headers: HeadersInit = {}, membersOf?: Members): Response {
  const body = {
    type: typeOf(error.code),
    title: titleOf(error.code),
    status: error.status,
    code: error.code,
    detail: error.message,
    ...(error.fields.length > 0 ? { errors: error.fields } : {}),
    ...membersOf?.(error.code),
  };
  return Response.json(body, {
    status: error.status,
    headers: {
      'cache-control': 'no-store',
      ...(error.retryAfterSeconds === undefined ? {} : { 'retry-after': String(error.retryAfterSeconds) }),
      ...(error.status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
      ...Object.fromEntries(new Headers(headers)),
      'content-type': 'application/problem+json',
    },
  });
}

/** The same words for every occurrence of a code, as RFC 9457 asks of a title. */
export const titleOf = (code: ErrorCode) => `${code.charAt(0).toUpperCase()}${code.slice(1).replaceAll('_', ' ')}`;

export const problem = (code: ErrorCode): Response => problemOf(new DomainError(code));
