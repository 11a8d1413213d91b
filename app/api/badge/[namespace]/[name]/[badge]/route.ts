import { createHash } from 'node:crypto';
import { problem } from '@/lib/http/problem';
import { getModule } from '@/lib/modules/queries';
import { BADGES, type BadgeName, type BadgeTone, badgeSvg } from '@/lib/utils/badge-svg';
import { formatCount } from '@/lib/utils/format-count';
import type { ModuleDto } from '@/types/module';

type Context = { params: Promise<{ namespace: string; name: string; badge: string }> };
type Said = [value: string, tone: BadgeTone];

const VALUES: Record<BadgeName, (module: ModuleDto) => Said> = {
  version: ({ version }) => [`v${version}`, 'info'],
  downloads: ({ downloads }) => [formatCount(downloads), 'ok'],
  stars: ({ stars }) => [formatCount(stars), 'ok'],
  rating: ({ rating }) =>
    rating.count > 0 ? [`${rating.average.toFixed(1)}/5 (${rating.count})`, 'ok'] : ['none', 'grey'],
};

const nameOf = (file: string): BadgeName | undefined => BADGES.find((name) => `${name}.svg` === file);

/**
 * A figure of a module as a small picture, for READMEs elsewhere. It is the same for everybody, so proxies may keep it; a private
 * module is as absent here as anywhere.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { namespace, name, badge } = await params;
  const what = nameOf(badge);
  if (!what) return problem('not_found');
  const module = await getModule(namespace, name, null);
  const [value, tone]: Said = module ? VALUES[what](module) : ['not found', 'grey'];
  const svg = badgeSvg(what === 'version' ? 'dotkit' : what, value, tone);
  const etag = `"${createHash('sha256').update(svg).digest('base64url').slice(0, 27)}"`;
  const headers = {
    'content-type': 'image/svg+xml; charset=utf-8',
    'cache-control': 'public, max-age=300, stale-while-revalidate=3600',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    etag,
  };
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
  return new Response(svg, { status: module ? 200 : 404, headers });
}
