import { issueDownload } from '@/lib/downloads/commands';
import { route } from '@/lib/http/api-route';
import { downloadVersion } from '@/lib/http/operations/versions';

const wantsJson = (request: Request) => request.headers.get('accept')?.includes('application/json') ?? false;

export const GET = route(downloadVersion, async ({ request, params, query, actor }) => {
  const link = await issueDownload({ ...params, ...query }, actor);
  if (wantsJson(request)) return link;
  // The link is a credential: neither caches nor the next page's Referer may learn it.
  const headers = { 'cache-control': 'private, no-store', 'referrer-policy': 'no-referrer', vary: 'accept' };
  return new Response(null, { status: 307, headers: { ...headers, location: link.url } });
});

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
} from '@/lib/http/method-not-allowed';
