import { DOCS_PAGES } from '@/components/docs/pages';
import { routes } from '@/lib/routes';
import { absolute } from '@/lib/syndication/absolute';
import { listSitemapPage, SITEMAP_SETS, type SitemapEntry } from '@/lib/syndication/queries';
import { SITEMAP_NAMESPACE, XML_HEAD, xmlResponse } from '@/lib/syndication/xml';
import { escapeXml } from '@/lib/utils/escape-markup';
import { MODULE_KINDS } from '@/types/module-kind';

export const dynamic = 'force-static';
export const revalidate = 3600;
export const generateStaticParams = () => [];

type Context = { params: Promise<{ page: string }> };

/** The pages that are there whatever is published. */
function ownPages(): SitemapEntry[] {
  const paths = [
    routes.home(),
    routes.explore(),
    ...MODULE_KINDS.map((kind) => routes.explore({ kind })),
    routes.colors(),
    ...DOCS_PAGES.map(({ slug }) => routes.docs(slug)),
  ];
  return paths.map((path) => ({ ref: path.slice(1), changedAt: null }));
}

async function entriesOf(page: string): Promise<SitemapEntry[] | null> {
  if (page === 'site.xml') return ownPages();
  const [, name, number] = /^([a-z]+)-([1-9][0-9]{0,5})\.xml$/.exec(page) ?? [];
  const set = SITEMAP_SETS.find((known) => known === name);
  return set ? listSitemapPage(set, Number(number)) : null;
}

/** One page of the site map. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const entries = await entriesOf((await params).page);
  if (entries === null) return new Response('Not found\n', { status: 404 });
  const urls = entries.map(({ ref, changedAt }) => {
    const changed = changedAt === null ? '' : `<lastmod>${changedAt}</lastmod>`;
    return `<url><loc>${escapeXml(absolute(`/${ref}`))}</loc>${changed}</url>`;
  });
  return xmlResponse(`${XML_HEAD}<urlset xmlns="${SITEMAP_NAMESPACE}">\n${urls.join('\n')}\n</urlset>\n`);
}
