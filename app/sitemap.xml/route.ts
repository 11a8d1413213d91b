import { absolute } from '@/lib/syndication/absolute';
import { countSitemapPages, SITEMAP_SETS } from '@/lib/syndication/queries';
import { SITEMAP_NAMESPACE, XML_HEAD, xmlResponse } from '@/lib/syndication/xml';
import { escapeXml } from '@/lib/utils/escape-markup';

export const dynamic = 'force-dynamic';

/** The index of the site map: pages of 10,000 addresses, see /sitemaps. */
export async function GET(): Promise<Response> {
  const pages = await countSitemapPages();
  const names = SITEMAP_SETS.flatMap((set) =>
    Array.from({ length: pages[set] }, (_, index) => `/sitemaps/${set}-${index + 1}.xml`),
  );
  const maps = ['/sitemaps/site.xml', ...names].map(
    (path) => `<sitemap><loc>${escapeXml(absolute(path))}</loc></sitemap>`,
  );
  return xmlResponse(
    `${XML_HEAD}<sitemapindex xmlns="${SITEMAP_NAMESPACE}">\n${maps.join('\n')}\n</sitemapindex>\n`,
    'application/xml',
    600,
  );
}
