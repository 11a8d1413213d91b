import { absolute } from '@/lib/syndication/absolute';

export const dynamic = 'force-dynamic';

/** Personal pages, and spaces without an end: searches, cursors, colours, comparisons. */
const RULES = [
  'User-agent: *',
  'Disallow: /dashboard',
  'Disallow: /settings',
  'Disallow: /device',
  'Disallow: /admin',
  'Disallow: /viewer/',
  'Disallow: /sign-in',
  'Disallow: /sign-out',
  'Disallow: /api/',
  'Disallow: /opensearch/',
  'Disallow: /colors?',
  'Disallow: /compare?',
  'Disallow: /explore?',
  'Allow: /explore?kind=',
  'Disallow: /explore?*&',
];

/** What robots may read, and where the site map is. */
export function GET(): Response {
  return new Response(`${RULES.join('\n')}\n\nSitemap: ${absolute('/sitemap.xml')}\n`, {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=3600' },
  });
}
