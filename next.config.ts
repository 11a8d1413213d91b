import createMdx from '@next/mdx';
import type { NextConfig } from 'next';
import { MODULE_KINDS } from './types/module-kind';

const EXPLORE_PARAMETERS = [
  'q',
  'app',
  'os',
  'shell',
  'tag',
  'license',
  'author',
  'appearance',
  'stars',
  'updated',
  'capability',
  'sort',
  'cursor',
  'limit',
];
/**
 * Pages of a module, below its address. Its feeds, raw files and badges are routes that ask for themselves who calls. One rule
 * for all of them, because Next compiles every rule anew for each page that it serves.
 */
const MODULE_PAGES = 'v/[^/]+|(?:v/[^/]+/)?files(?:/.+)?|versions(?:/before/[^/]+)?|diff/[^/]+';
const without = (keys: string[]) => keys.map((key) => ({ type: 'query' as const, key }));

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
      // The sign-in form posts to its own address; only a form has this content type.
      {
        source: '/sign-in',
        has: [
          { type: 'header', key: 'content-type', value: '(?:application/x-www-form-urlencoded|multipart/form-data).*' },
        ],
        destination: '/identity/sign-in',
      },
      // Plain listings are prerendered; anything with a query is rendered on demand.
      {
        source: '/explore',
        has: [{ type: 'query', key: 'kind', value: `(?<kind>${MODULE_KINDS.join('|')})` }],
        missing: without(EXPLORE_PARAMETERS),
        destination: '/explore/:kind',
      },
      { source: '/explore', missing: without(['kind', ...EXPLORE_PARAMETERS]), destination: '/explore/all' },
      { source: '/colors', missing: without(['color', 'hex']), destination: '/colors/start' },
      // Signed-in visitors get the same module page rendered for them: their star, their private modules.
      {
        source: `/@:namespace/:name/:page(${MODULE_PAGES})?`,
        has: [{ type: 'cookie', key: '__session' }],
        destination: '/viewer/@:namespace/:name/:page*',
      },
    ],
    afterFiles: [],
    fallback: [],
  }),
};

/** Plugins by name: Turbopack hands them to a loader in another process. */
const withMdx = createMdx({ options: { remarkPlugins: ['remark-gfm'] } });

export default withMdx(config);
