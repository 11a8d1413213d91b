import { DomainError } from '@/lib/errors';
import { apiRead } from '@/lib/http/api-route';
import { decodeSegment } from '@/lib/utils/decode-segment';
import { namespaceOf } from '@/lib/utils/namespace-of';
import { getFile } from '@/lib/versions/queries';

type Params = { handle: string; name: string; version: string; path: string[] };

const asciiName = (path: string) => (path.split('/').pop() ?? 'file').replace(/[^A-Za-z0-9._+-]/g, '_');

/**
 * A file's text as it is. An attachment of a type that no browser renders, behind a policy that lets nothing run: what people
 * publish is never a page of this site.
 */
export const GET = apiRead<Params>(async ({ params, actor }) => {
  const namespace = namespaceOf(params.handle);
  const version = decodeSegment(params.version);
  const path = params.path.map(decodeSegment);
  if (namespace === null || version === null || path.includes(null)) throw new DomainError('not_found');
  const found = await getFile(namespace, params.name, version, path.join('/'), actor);
  if (!found || found.text === null) throw new DomainError('not_found');
  return new Response(found.text, {
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': `attachment; filename="${asciiName(found.file.path)}"`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex',
      vary: 'authorization, cookie',
      'cache-control': actor ? 'private, no-store' : 'public, max-age=0, must-revalidate',
      etag: `"${found.file.sha256.slice(0, 32)}"`,
    },
  });
});
