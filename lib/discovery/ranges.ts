/** Both ends belong to the range. */
export type Range = { from?: number; to?: number };

const DAY_MS = 86_400_000;
const DAYS_OF = { d: 1, w: 7, m: 30, y: 365 } as const;

/** The first and the last value that a text names: one number, or every moment of a day, a month, a year. */
type Span = (text: string) => { first: number; last: number } | null;

/** `>x`, `>=x`, `<x`, `<=x`, `x..y` with `*` for an open end, or `x` alone; null for anything else. */
function parseRange(text: string, span: Span): Range | null {
  const [, sign = '', low = '', high] = /^(>=|<=|>|<)?([\d*-]+)(?:\.\.([\d*-]+))?$/.exec(text.trim()) ?? [];
  if (high !== undefined) return sign === '' ? between(low, high, span) : null;
  const named = span(low);
  if (!named) return null;
  if (sign === '>') return { from: named.last + 1 };
  if (sign === '>=') return { from: named.first };
  if (sign === '<') return { to: named.first - 1 };
  return sign === '<=' ? { to: named.last } : { from: named.first, to: named.last };
}

function between(low: string, high: string, span: Span): Range | null {
  const from = low === '*' ? undefined : span(low)?.first;
  const to = high === '*' ? undefined : span(high)?.last;
  if ((from === undefined && low !== '*') || (to === undefined && high !== '*')) return null;
  if (from !== undefined && to !== undefined && from > to) return null;
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

/** Numbers of stars: `>10`, `>=10`, `<5`, `10..50`, `10`. Null when it is none of these. */
export const parseStars = (text: string): Range | null =>
  parseRange(text, (number) => (/^\d{1,9}$/.test(number) ? { first: Number(number), last: Number(number) } : null));

function spanOfDate(text: string): { first: number; last: number } | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(text) ?? [];
  if (year === undefined) return null;
  const first = new Date(`${year}-${month ?? '01'}-${day ?? '01'}T00:00:00Z`);
  // A date that the calendar does not have comes back as another one, or as none.
  if (Number.isNaN(first.getTime()) || !first.toISOString().startsWith(text)) return null;
  const end = new Date(first);
  if (day !== undefined) end.setUTCDate(end.getUTCDate() + 1);
  else if (month !== undefined) end.setUTCMonth(end.getUTCMonth() + 1);
  else end.setUTCFullYear(end.getUTCFullYear() + 1);
  return { first: first.getTime(), last: end.getTime() - 1 };
}

/**
 * Moments of the last update, in milliseconds: `>2026-01-01`, `<2026-06`, `2026-01-01..2026-02-01`, `2026`, or how long
 * ago at most: `7d`, `2w`, `3m`, `1y`. Days are those of UTC. Null when it is none of these.
 */
export function parseUpdated(text: string, now: number): Range | null {
  const [, count, unit] = /^(\d{1,4})([dwmy])$/i.exec(text.trim()) ?? [];
  if (count !== undefined && unit !== undefined)
    return { from: now - Number(count) * DAYS_OF[unit.toLowerCase() as keyof typeof DAYS_OF] * DAY_MS };
  return parseRange(text, spanOfDate);
}
