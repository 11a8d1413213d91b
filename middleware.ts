import { clerkMiddleware } from '@clerk/nextjs/server';
import { type NextFetchEvent, type NextRequest, NextResponse } from 'next/server';
import { env, isProduction } from '@/lib/env';
import { signedInPolicy } from '@/lib/infra/content-security';
import { isLocalIdentity, LOCAL_FRONTEND_API } from '@/lib/infra/local-issuer';

const PERSONAL = /^\/(dashboard|settings|device|admin|viewer|sign-in|@[^/]+\/[^/]+$)/;

/** Attaches the session, nothing else: every page, action and route decides for itself who may do what. */
const withSession = clerkMiddleware(
  (_auth, request) => {
    if (!PERSONAL.test(request.nextUrl.pathname)) return NextResponse.next();
    const policy = signedInPolicy(Buffer.from(crypto.randomUUID()).toString('base64'), !isProduction());
    const headers = new Headers(request.headers);
    headers.set('content-security-policy', policy);
    const response = NextResponse.next({ request: { headers } });
    response.headers.set('content-security-policy', policy);
    return response;
  },
  () => {
    const { NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY, CLERK_JWT_KEY, APP_URL } = env();
    return {
      publishableKey: NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY,
      authorizedParties: [new URL(APP_URL).origin],
      signInUrl: '/sign-in',
      signUpUrl: '/sign-in',
      ...(CLERK_JWT_KEY ? { jwtKey: CLERK_JWT_KEY } : {}),
      ...(isLocalIdentity() ? { proxyUrl: LOCAL_FRONTEND_API } : {}),
    };
  },
);

/**
 * Clerk says "go on" as a rewrite to the very same address. A server bound to 127.0.0.1 takes that for another host and
 * proxies to itself without end (vercel/next.js#94745), so it is said in Next's own way.
 */
export default async function middleware(request: NextRequest, event: NextFetchEvent) {
  const response = await withSession(request, event);
  const target = response?.headers.get('x-middleware-rewrite');
  if (response && target && new URL(target).pathname === request.nextUrl.pathname) {
    response.headers.delete('x-middleware-rewrite');
    response.headers.set('x-middleware-next', '1');
  }
  return response;
}

export const config = {
  runtime: 'nodejs',
  // Visitors without a session never pay for Clerk, so that prerendered pages stay as fast as files.
  // The sign-in page needs the policy that lets a hosted provider's scripts in.
  matcher: ['/sign-in', { source: '/((?!_next/|identity/|favicon).*)', has: [{ type: 'cookie', key: '__session' }] }],
};
