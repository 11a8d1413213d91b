/** An answer in XML that proxies may keep for a while. */
export const xmlResponse = (body: string, type = 'application/xml', seconds = 3600): Response =>
  new Response(body, {
    headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': `public, max-age=${seconds}` },
  });

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
export const SITEMAP_NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';
