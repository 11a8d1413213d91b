import 'server-only';
import { NextResponse } from 'next/server';
import { env } from '@/lib/env';
import type { IdentityCookie } from './local-issuer';

/** Redirects within the site and sets identity cookies on the way. */
export function redirectWithCookies(target: URL, cookies: IdentityCookie[], status: 303 | 307): NextResponse {
  const response = NextResponse.redirect(target, status);
  response.headers.set('cache-control', 'no-store');
  for (const item of cookies) {
    response.cookies.set(item.name, item.value, {
      path: item.path,
      httpOnly: item.httpOnly,
      sameSite: 'lax',
      secure: env().APP_URL.startsWith('https:'),
      ...(item.maxAgeSeconds > 0 ? { maxAge: item.maxAgeSeconds } : { expires: new Date(0) }),
    });
  }
  return response;
}

/** A return address on this site; anything else becomes the home page. */
export function safeReturnUrl(raw: string | null | undefined): URL {
  const origin = new URL(env().APP_URL).origin;
  const home = new URL('/', origin);
  // Browsers read a backslash as a slash, so `/\evil.example` would leave the site.
  if (!raw || raw.includes('\\')) return home;
  try {
    const target = new URL(raw, origin);
    return target.origin === origin ? target : home;
  } catch {
    return home;
  }
}

/** Forms that sign in or out must come from this site. */
export function isSameOrigin(request: Request): boolean {
  const origin = request.headers.get('origin');
  return origin === null
    ? request.headers.get('sec-fetch-site') !== 'cross-site'
    : origin === new URL(env().APP_URL).origin;
}
