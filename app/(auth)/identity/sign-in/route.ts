import { NextResponse } from 'next/server';
import { ensureAccount } from '@/lib/accounts/commands';
import { DomainError } from '@/lib/errors';
import { problem, problemOf } from '@/lib/http/problem';
import { addressOf } from '@/lib/infra/address';
import { isSameOrigin, redirectWithCookies, safeReturnUrl } from '@/lib/infra/identity-cookies';
import { isLocalIdentity, signInCookies } from '@/lib/infra/local-issuer';
import { countRequest } from '@/lib/infra/rate-limit';

/** `POST /sign-in` (rewritten to here, a page cannot take a POST): signs in by name alone, in embedded mode only. */
export async function POST(request: Request): Promise<Response> {
  if (!isLocalIdentity()) return problem('not_found');
  if (!isSameOrigin(request)) return problem('bad_origin');
  const form = await request.formData();
  const username = String(form.get('username') ?? '')
    .trim()
    .toLowerCase();
  const target = safeReturnUrl(String(form.get('redirect_url') ?? ''));
  try {
    await assertWithinLimit(request);
    const account = await ensureAccount({ username });
    return redirectWithCookies(target, signInCookies(account.userId), 303);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    // A script wants the status; a person wants the form again, with what was typed.
    if (!request.headers.get('accept')?.includes('text/html') && error.status === 429) return problemOf(error);
    const back = safeReturnUrl('/sign-in');
    back.searchParams.set('error', error.code);
    back.searchParams.set('username', username.slice(0, 60));
    back.searchParams.set('redirect_url', target.pathname + target.search);
    return NextResponse.redirect(back, 303);
  }
}

async function assertWithinLimit(request: Request): Promise<void> {
  const limit = await countRequest('signIn', addressOf(request.headers));
  if (limit.allowed) return;
  const seconds = limit.resetSeconds;
  throw new DomainError('rate_limited', { seconds }, { retryAfterSeconds: seconds });
}
