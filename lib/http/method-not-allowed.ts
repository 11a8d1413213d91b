import 'server-only';
import { DomainError } from '@/lib/errors';
import { apiRead } from './api-route';
import { OPERATIONS } from './operations';
import { problemOf } from './problem';

const isAt = (path: string, pathname: string) =>
  new RegExp(`^/api/v1${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`).test(pathname);

/** What an address answers to the methods that it does not take: a problem like any other, and those that it does take. */
export const methodNotAllowed = apiRead(async ({ request }) => {
  const { pathname } = new URL(request.url);
  const methods = OPERATIONS.filter(({ path }) => isAt(path, pathname)).map(({ method }) => method);
  const allow = [...new Set(methods)].sort().join(', ');
  return problemOf(new DomainError('method_not_allowed', { methods: allow }), { allow });
});
