import { expect, it } from 'vitest';
import { ratingScore, trendingScore } from '@/lib/modules/rank';

const now = new Date('2026-11-21T12:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const day = (days: number) => daysAgo(days).toISOString().slice(0, 10);
const score = (downloads: [number, number][], stars = 0, idleDays = 100) =>
  trendingScore({
    downloadsByDay: downloads.map(([days, count]) => ({ day: day(days), count })),
    stars,
    updatedAt: daysAgo(idleDays),
    now,
  });

it('rises with downloads, stars and a fresh update', () => {
  expect(score([[1, 20]])).toBeGreaterThan(score([[1, 10]]));
  expect(score([], 20)).toBeGreaterThan(score([], 10));
  expect(score([], 0, 1)).toBeGreaterThan(score([], 0, 10));
});

it('counts a download of last week half, and one of five weeks ago not at all', () => {
  expect(score([[7, 200]])).toBeCloseTo(score([[0, 100]]), 1);
  expect(score([[35, 1_000_000]])).toBe(score([]));
});

it('does not let one busy week outweigh everything', () => {
  expect(score([[1, 100_000]])).toBeLessThan(2 * score([[1, 1000]]));
});

it('is a number for a clock that runs behind and for days to come', () => {
  for (const value of [score([[-3, 10]]), score([], 0, -3), score([[0, 0]])]) expect(Number.isFinite(value)).toBe(true);
});

it('trusts many votes more than one', () => {
  expect(ratingScore({ average: 0, count: 0 })).toBe(3.5);
  expect(ratingScore({ average: 4.5, count: 100 })).toBeGreaterThan(ratingScore({ average: 5, count: 1 }));
  expect(ratingScore({ average: 1, count: 100 })).toBeLessThan(2);
});
