import 'server-only';

/**
 * The address that a request is counted under: the last hop that the proxy in front wrote, because everything before it
 * can be forged by the client. IPv6 counts by /64, which is what one subscriber gets.
 */
export function addressOf(headers: Headers): string {
  const last = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? '';
  if (!last.includes(':') || last.startsWith('::ffff:')) return last || 'unknown';
  return last.split(':').slice(0, 4).join(':');
}
