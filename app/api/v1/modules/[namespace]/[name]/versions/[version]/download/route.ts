import { issueDownload } from '@/lib/downloads/commands';
import { apiRead, json } from '@/lib/http/api-route';

type Params = { namespace: string; name: string; version: string };

const wantsJson = (request: Request) => request.headers.get('accept')?.includes('application/json') ?? false;

export const GET = apiRead<Params>(async ({ request, params, actor }) => {
  const link = await issueDownload(params, actor);
  if (wantsJson(request)) return json(link, 200);
  // The link is a credential: neither caches nor the next page's Referer may learn it.
  return new Response(null, {
    status: 307,
    headers: { location: link.url, 'cache-control': 'private, no-store', 'referrer-policy': 'no-referrer' },
  });
});
