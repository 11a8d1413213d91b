import 'server-only';
import { DomainError } from '@/lib/errors';
import { log } from '@/lib/infra/log';
import { type Members, problemOf } from './problem';

type RouteContext<P> = { params: Promise<P> };

/** What an error is to a caller. A bug is logged and says nothing about itself. */
export function refusalOf(error: unknown, request: Request): DomainError {
  if (!(error instanceof DomainError)) {
    log.error('api.failed', { method: request.method, path: new URL(request.url).pathname, error });
    return new DomainError('internal');
  }
  if (error.cause) log.warn('api.dependency_failed', { code: error.code, cause: error.cause });
  return error;
}

/** A route whose every refusal is a problem, with the limits that it has noted in `headers`. */
export function guarded<P>(
  run: (request: Request, params: P, headers: Headers) => Promise<Response>,
  membersOf?: Members,
) {
  return async (request: Request, context: RouteContext<P>): Promise<Response> => {
    const headers = new Headers();
    try {
      return await run(request, await context.params, headers);
    } catch (error) {
      // What the answer would have been kept for does not hold for its refusal.
      headers.delete('cache-control');
      return problemOf(refusalOf(error, request), headers, membersOf);
    }
  };
}
