import type { NextRequest } from 'next/server';
import { problem } from '@/lib/http/problem';
import { redirectWithCookies, safeReturnUrl } from '@/lib/infra/identity-cookies';
import { isLocalIdentity, renewedCookies } from '@/lib/infra/local-issuer';

/** Where Clerk's middleware sends a browser whose session token has expired: renews it, or signs out, and goes back. */
export async function GET(request: NextRequest): Promise<Response> {
  if (!isLocalIdentity()) return problem('not_found');
  const back = safeReturnUrl(request.nextUrl.searchParams.get('redirect_url'));
  back.searchParams.delete('__clerk_handshake');
  back.searchParams.delete('__clerk_handshake_nonce');
  return redirectWithCookies(back, await renewedCookies(request.cookies.get('__local_client')?.value), 307);
}
