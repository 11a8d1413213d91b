const STEPS: [limitSeconds: number, divisor: number, unit: string][] = [
  [3600, 60, 'minute'],
  [86_400, 3600, 'hour'],
  [86_400 * 14, 86_400, 'day'],
  [86_400 * 60, 86_400 * 7, 'week'],
  [86_400 * 730, 86_400 * 30.44, 'month'],
  [Number.POSITIVE_INFINITY, 86_400 * 365.25, 'year'],
];

/** How far an ISO time lies from `nowMs`: `just now`, `3 days ago`, `in 5 minutes`. */
export function formatRelative(iso: string, nowMs: number): string {
  const seconds = (new Date(iso).getTime() - nowMs) / 1000;
  const away = Math.abs(seconds);
  if (Number.isNaN(away)) return iso;
  if (away < 60) return 'just now';
  for (const [limit, divisor, unit] of STEPS) {
    if (away >= limit) continue;
    const amount = Math.max(1, Math.round(away / divisor));
    const words = `${amount} ${unit}${amount === 1 ? '' : 's'}`;
    return seconds < 0 ? `${words} ago` : `in ${words}`;
  }
  return iso;
}
