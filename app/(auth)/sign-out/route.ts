import { problem } from '@/lib/http/problem';
import { isSameOrigin, redirectWithCookies, safeReturnUrl } from '@/lib/infra/identity-cookies';
import { isLocalIdentity, signOutCookies } from '@/lib/infra/local-issuer';

export async function POST(request: Request): Promise<Response> {
  if (!isLocalIdentity()) return problem('not_found');
  if (!isSameOrigin(request)) return problem('bad_origin');
  return redirectWithCookies(safeReturnUrl('/'), signOutCookies(), 303);
}
