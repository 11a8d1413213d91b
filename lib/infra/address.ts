import 'server-only';

/** The first half of an IPv6 address, written out: `2001:db8::7` and `2001:0db8::8` have it in common. */
function networkOf(address: string): string {
  const [head = [], tail] = address.split('::').map((part) => part.split(':').filter(Boolean));
  const zeros = tail ? Math.max(0, 8 - head.length - tail.length) : 0;
  const groups = [...head, ...Array<string>(zeros).fill('0'), ...(tail ?? [])];
  return groups
    .slice(0, 4)
    .map((group) => (Number.parseInt(group, 16) || 0).toString(16))
    .join(':');
}

/**
 * The address that a request is counted under: the last hop that the proxy in front wrote, because everything before it
 * can be forged by the client. IPv6 counts by /64, which is what one subscriber gets.
 */
export function addressOf(headers: Headers): string {
  const last = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? '';
  return !last.includes(':') || last.startsWith('::ffff:') ? last || 'unknown' : networkOf(last);
}
