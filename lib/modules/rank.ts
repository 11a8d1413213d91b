const DAY_MS = 86_400_000;
/** Days of downloads that trending looks back on, and after how many days a download counts half. */
export const TREND_DAYS = 28;
const HALF_LIFE_DAYS = 7;
const FRESH_HALF_LIFE_DAYS = 14;

type Signals = { downloadsByDay: { day: string; count: number }[]; stars: number; updatedAt: Date; now: Date };

/**
 * Trending = ln(1 + Σ downloads·2^(−age/7)) + ln(1 + stars)/2 + 2·2^(−days since update/14), ages in days.
 * The logarithms keep one busy week from outweighing everything; the last term gives new work a fortnight to be seen.
 */
export function trendingScore({ downloadsByDay, stars, updatedAt, now }: Signals): number {
  const recent = downloadsByDay.reduce((sum, { day, count }) => {
    const age = Math.max(0, (now.getTime() - Date.parse(day)) / DAY_MS);
    return age > TREND_DAYS ? sum : sum + count * 2 ** (-age / HALF_LIFE_DAYS);
  }, 0);
  const idle = Math.max(0, (now.getTime() - updatedAt.getTime()) / DAY_MS);
  return Math.log1p(recent) + Math.log1p(stars) / 2 + 2 * 2 ** (-idle / FRESH_HALF_LIFE_DAYS);
}

/** Bayesian mean (IMDb's weighted rating): five imaginary votes of 3.5 keep a single five-star vote from the top. */
export const ratingScore = ({ average, count }: { average: number; count: number }): number =>
  (average * count + 3.5 * 5) / (count + 5);
