import type { APIRequestContext, Page } from '@playwright/test';
import { expect, test } from './support/fixtures';

/** What a page says to search engines, by type. */
async function factsOf(page: Page): Promise<Map<string, Record<string, unknown>>> {
  const text = await page.locator('script[type="application/ld+json"]').textContent();
  const graph: Record<string, unknown>[] = JSON.parse(text ?? '')['@graph'];
  return new Map(graph.map((facts) => [String(facts['@type']), facts]));
}

/** Parses XML as a browser does; an error of the parser is an element of that name. */
const rootOf = (page: Page, text: string) =>
  page.evaluate((xml) => {
    const document = new DOMParser().parseFromString(xml, 'application/xml');
    return document.querySelector('parsererror')?.textContent ?? document.documentElement.tagName;
  }, text);

const textOf = async (request: APIRequestContext, path: string) => {
  const answer = await request.get(path);
  expect([path, answer.status()]).toEqual([path, 200]);
  return answer.text();
};

test('a search engine reads what a module is, who made it, and which address counts', async ({ page }) => {
  await page.goto('/@inkfish/pure');
  const facts = await factsOf(page);
  expect(facts.get('SoftwareSourceCode')).toMatchObject({
    name: 'Pure',
    author: { '@type': 'Person', name: 'inkfish' },
  });
  expect(facts.get('SoftwareSourceCode')).not.toHaveProperty('aggregateRating');
  expect(facts.get('BreadcrumbList')).toBeDefined();
  expect(await page.locator('link[rel="canonical"]').getAttribute('href')).toMatch(/^http.*\/@inkfish\/pure$/);
  expect(await page.locator('meta[name="twitter:card"]').getAttribute('content')).toBe('summary_large_image');
  expect(await page.locator('meta[property="og:image"]').getAttribute('content')).toContain(
    '/social/modules/inkfish/pure',
  );
  await page.goto('/');
  expect((await factsOf(page)).get('WebSite')).toHaveProperty('potentialAction');
  await page.goto('/@ada');
  expect((await factsOf(page)).get('ProfilePage')).toMatchObject({ mainEntity: { '@type': 'Person' } });
});

test('the site map is whole and valid, and names public modules only', async ({ page, request }) => {
  const index = await textOf(request, '/sitemap.xml');
  expect(await rootOf(page, index)).toBe('sitemapindex');
  const maps = [...index.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => new URL(url ?? '').pathname);
  expect(maps).toContain('/sitemaps/modules-1.xml');
  const listed: string[] = [];
  for (const path of maps) {
    const map = await textOf(request, path);
    expect([path, await rootOf(page, map)]).toEqual([path, 'urlset']);
    listed.push(...[...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => new URL(url ?? '').pathname));
  }
  for (const path of ['/', '/docs/publishing', '/@ada', '/@inkfish/pure', '/@ada/tidewater', '/colors'])
    expect(listed).toContain(path);
  for (const path of ['modules-0.xml', 'modules-999.xml', 'nonsense', '..%2Fx'])
    expect((await request.get(`/sitemaps/${path}`)).status()).toBe(404);
});

test('robots, feed and address bar find their files', async ({ page, request }) => {
  expect(await textOf(request, '/robots.txt')).toMatch(/Disallow: \/dashboard[\s\S]*Sitemap: http\S+\/sitemap\.xml/);
  expect(await rootOf(page, await textOf(request, '/feed.xml'))).toBe('feed');
  expect(await rootOf(page, await textOf(request, '/opensearch.xml'))).toBe('OpenSearchDescription');
  const suggestions = await (await request.get('/opensearch/suggest?q=pure')).json();
  expect([suggestions[0], suggestions[1].includes('@inkfish/pure')]).toEqual(['pure', true]);
  await page.goto('/');
  await expect(page.locator('link[rel="search"]')).toHaveAttribute('href', '/opensearch.xml');
  await expect(page.locator('link[type="application/atom+xml"]')).toHaveAttribute('href', /\/feed\.xml$/);
});

test('pictures are drawn for what is public, and for nothing else', async ({ request }) => {
  for (const path of ['modules/inkfish/pure', 'modules/ada/tidewater', 'people/ada']) {
    const answer = await request.get(`/social/${path}`);
    const png = await answer.body();
    expect([path, answer.headers()['content-type'], png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([
      path,
      'image/png',
      1200,
      630,
    ]);
  }
  for (const path of ['modules/ada/nothing', 'people/nobody-here', 'x', 'modules/ada/tidewater/x', 'people/%00'])
    expect([path, (await request.get(`/social/${path}`)).status()]).toEqual([path, 404]);
});
