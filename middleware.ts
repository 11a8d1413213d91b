import { clerkMiddleware } from '@clerk/nextjs/server';
import { NextResponse } from 'next/server';
import { env, isProduction } from '@/lib/env';
import { signedInPolicy } from '@/lib/infra/content-security';
import { isLocalIdentity, LOCAL_FRONTEND_API } from '@/lib/infra/local-issuer';

const PERSONAL = /^\/(dashboard|settings|device|admin|viewer|@[^/]+\/[^/]+$)/;

/** Attaches the session, nothing else: every page, action and route decides for itself who may do what. */
export default clerkMiddleware(
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

export const config = {
  runtime: 'nodejs',
  // Visitors without a session never pay for Clerk, so that prerendered pages stay as fast as files.
  matcher: [{ source: '/((?!_next/|identity/|favicon).*)', has: [{ type: 'cookie', key: '__session' }] }],
};
