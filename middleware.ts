import { clerkMiddleware } from '@clerk/nextjs/server';
import { type NextFetchEvent, type NextRequest, NextResponse } from 'next/server';
import { env, isProduction } from '@/lib/env';
import { carriesSession } from '@/lib/infra/auth';
import { signedInPolicy } from '@/lib/infra/content-security';
import { isLocalIdentity, LOCAL_FRONTEND_API } from '@/lib/infra/local-issuer';
import { standInFor } from '@/lib/infra/stand-in';

const PERSONAL = /^\/(dashboard|settings|device|admin|viewer|sign-in|@[^/]+\/[^/]+$)/;

/** Lets another page answer, under the address that was asked for. */
function answerWith(request: NextRequest, pathname: string | null, init?: Parameters<typeof NextResponse.next>[0]) {
  if (pathname === null) return NextResponse.next(init);
  // The address as it came in: Next's own `nextUrl` says localhost for 127.0.0.1, which would be another host.
  const url = new URL(request.url);
  url.pathname = pathname;
  return NextResponse.rewrite(url, init);
}

const standInOf = (request: NextRequest) =>
  standInFor({
    pathname: request.nextUrl.pathname,
    query: request.nextUrl.searchParams,
    contentType: request.headers.get('content-type'),
    carriesSession: carriesSession(request),
  });

/** Attaches the session, nothing else: every page, action and route decides for itself who may do what. */
const withSession = clerkMiddleware(
  (_auth, request) => {
    const target = standInOf(request);
    if (!PERSONAL.test(request.nextUrl.pathname)) return answerWith(request, target);
    const policy = signedInPolicy(Buffer.from(crypto.randomUUID()).toString('base64'), !isProduction());
    const headers = new Headers(request.headers);
    headers.set('content-security-policy', policy);
    const response = answerWith(request, target, { request: { headers } });
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
  // Visitors without a session never pay for Clerk. The sign-in page needs the policy that lets a hosted provider's scripts in.
  if (!carriesSession(request) && request.nextUrl.pathname !== '/sign-in')
    return answerWith(request, standInOf(request));
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
  // Nobody else comes here, so that prerendered pages stay as fast as files; searches with words have a rule in next.config.ts.
  // Next reads this list without running it; a test holds it against SEARCH_PARAMETERS and MODULE_KINDS.
  matcher: [
    '/sign-in',
    { source: '/((?!_next/|identity/|favicon).*)', has: [{ type: 'cookie', key: '__session' }] },
    { source: '/colors', has: [{ type: 'query', key: 'color' }] },
    { source: '/colors', has: [{ type: 'query', key: 'hex' }] },
    {
      source: '/explore',
      has: [
        {
          type: 'query',
          key: 'kind',
          value:
            '(?!(?:shell-plugin|prompt|editor-config|multiplexer-config|git-config|color-theme|terminal-config|wm-config|package-list|script|input-config|bundle)$).*',
        },
      ],
      missing: [{ type: 'query', key: 'q' }],
    },
    { source: '/explore', has: [{ type: 'query', key: 'app' }], missing: [{ type: 'query', key: 'q' }] },
    { source: '/explore', has: [{ type: 'query', key: 'os' }], missing: [{ type: 'query', key: 'q' }] },
    { source: '/explore', has: [{ type: 'query', key: 'shell' }], missing: [{ type: 'query', key: 'q' }] },
    { source: '/explore', has: [{ type: 'query', key: 'tag' }], missing: [{ type: 'query', key: 'q' }] },
    { source: '/explore', has: [{ type: 'query', key: 'license' }], missing: [{ type: 'query', key: 'q' }] },
    { source: '/explore', has: [{ type: 'query', key: 'author' }], missing: [{ type: 'query', key: 'q' }] },
    { source: '/explore', has: [{ type: 'query', key: 'appearance' }], missing: [{ type: 'query', key: 'q' }] },
    { source: '/explore', has: [{ type: 'query', key: 'stars' }], missing: [{ type: 'query', key: 'q' }] },
    { source: '/explore', has: [{ type: 'query', key: 'updated' }], missing: [{ type: 'query', key: 'q' }] },
    { source: '/explore', has: [{ type: 'query', key: 'capability' }], missing: [{ type: 'query', key: 'q' }] },
    { source: '/explore', has: [{ type: 'query', key: 'sort' }], missing: [{ type: 'query', key: 'q' }] },
    { source: '/explore', has: [{ type: 'query', key: 'cursor' }], missing: [{ type: 'query', key: 'q' }] },
    { source: '/explore', has: [{ type: 'query', key: 'limit' }], missing: [{ type: 'query', key: 'q' }] },
  ],
};
