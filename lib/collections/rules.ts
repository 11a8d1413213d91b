/** What a public collection is ranked by. */
export type Standing = { owner: string; size: number; stars: number; updatedAt: Date };

const LEAST_MEMBERS = 3;
const MONTH_MS = 30 * 24 * 3600 * 1000;

/** Doubling its members or their stars is worth a month of age: what is kept up stays, and a heap of nothing does not rise. */
const score = ({ size, stars, updatedAt }: Standing, now: number) =>
  Math.log2(1 + stars) + Math.log2(1 + size) - (now - updatedAt.getTime()) / MONTH_MS;

/** The most popular of these collections, best first: at least three members that everybody may see, one collection an owner. */
export function mostPopular<T extends Standing>(collections: T[], count: number, now: Date): T[] {
  const owners = new Set<string>();
  return collections
    .filter(({ size }) => size >= LEAST_MEMBERS)
    .sort((one, other) => score(other, now.getTime()) - score(one, now.getTime()))
    .filter(({ owner }) => !owners.has(owner) && owners.add(owner))
    .slice(0, count);
}
