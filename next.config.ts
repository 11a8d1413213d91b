import createMdx from '@next/mdx';
import type { NextConfig } from 'next';
import { MODULE_KINDS } from './types/module-kind';
import { SEARCH_PARAMETERS } from './types/search-parameters';

const CONTENT_POLICY = [
  "default-src 'self'",
  // A prerendered page cannot hold a nonce, and Next writes its data as inline scripts. What people write never becomes an
  // HTML string (docs/decisions/005), so this is the second lock, not the first.
  `script-src 'self' 'unsafe-inline'${process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : ''}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
  "frame-ancestors 'none'",
  "form-action 'self'",
].join('; ');

/** Pages rendered for one person get a stricter policy with a nonce from middleware.ts instead. */
const PERSONAL = 'dashboard|settings|device|admin|viewer|sign-in';

const SECURITY_HEADERS = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), payment=()' },
];

const config: NextConfig = {
  poweredByHeader: false,
  // The middleware sees addresses as they came in. Next's own form of them says localhost for 127.0.0.1.
  skipProxyUrlNormalize: true,
  reactStrictMode: true,
  // The proxy in front compresses better; without one, the embedded mode still wants small pages.
  compress: true,
  // `npm test` checks types, over tests and scripts too; a build on a small machine need not do it again.
  typescript: { ignoreBuildErrors: true },
  experimental: {
    serverActions: { bodySizeLimit: '21mb' },
    // A first visit pays for each request more than for a few kilobytes that another page would not have needed.
    turbopackChunking: { requestCost: 1_000_000, minChunkSize: 100_000 },
  },
  serverExternalPackages: ['mongoose', '@aws-sdk/client-s3'],
  headers: async () => [
    { source: '/(.*)', headers: SECURITY_HEADERS },
    {
      source: `/((?!(?:${PERSONAL})(?:/|$)).*)`,
      headers: [{ key: 'Content-Security-Policy', value: CONTENT_POLICY }],
    },
  ],
  rewrites: async () => ({
    beforeFiles: [
      // Plain listings are prerendered, searches rendered on demand. What else depends on a request is told apart in middleware.ts:
      // that costs a search a sixth more, and a rule here costs every page, because Next compiles each anew to serve one.
      { source: '/explore', has: [{ type: 'query', key: 'q' }], destination: '/explore/search' },
      {
        source: '/explore',
        has: [{ type: 'query', key: 'kind', value: `(?<kind>${MODULE_KINDS.join('|')})` }],
        missing: SEARCH_PARAMETERS.map((key) => ({ type: 'query', key })),
        destination: '/explore/:kind',
      },
    ],
    afterFiles: [],
    fallback: [],
  }),
};

/** Plugins by name: Turbopack hands them to a loader in another process. */
const withMdx = createMdx({ options: { remarkPlugins: ['remark-gfm'] } });

export default withMdx(config);
