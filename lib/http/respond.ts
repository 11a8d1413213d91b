import 'server-only';
import { createHash } from 'node:crypto';
import type { Actor } from '@/types/actor';
import { isRead } from './caller';

const etagOf = (text: string) => `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;

const tagsOf = (header: string | null) => header?.split(',').map((tag) => tag.trim().replace(/^W\//, '')) ?? [];

/** An answer that a route made itself: limits are added, and for reads an `ETag` of where it leads. */
export function respondWith(answer: Response, request: Request, headers: Headers): Response {
  for (const [key, value] of headers) answer.headers.set(key, value);
  const location = answer.headers.get('location');
  if (isRead(request) && location && !answer.headers.has('etag')) answer.headers.set('etag', etagOf(location));
  return answer;
}

/** A read's answer as JSON with its `ETag`, or 304 for who has it. What a caller alone may see is kept by nobody. */
export function respondRead(answer: unknown, request: Request, actor: Actor | null, headers: Headers): Response {
  const body = JSON.stringify(answer);
  const etag = etagOf(body);
  headers.set('content-type', 'application/json');
  headers.set('vary', 'authorization, cookie');
  if (!headers.has('cache-control'))
    headers.set('cache-control', actor ? 'private, no-store' : 'public, max-age=0, must-revalidate');
  headers.set('etag', etag);
  return tagsOf(request.headers.get('if-none-match')).includes(etag)
    ? new Response(null, { status: 304, headers })
    : new Response(body, { headers });
}
