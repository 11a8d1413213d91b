/** Discounted cumulated gain: grades, each divided by log2(rank + 1), ranks from 1. */
const dcg = (grades: number[]): number => grades.reduce((sum, grade, index) => sum + grade / Math.log2(index + 2), 0);

/**
 * nDCG at `depth`: the discounted cumulated gain of a ranking over that of the best possible one, 0 to 1. K. Järvelin, J. Kekäläinen:
 * Cumulated gain-based evaluation of IR techniques, ACM TOIS 20 (2002) 422–446; the discount is the usual log2(rank + 1), which
 * unlike their log2(rank) tells rank 1 from rank 2. `judged` holds the grades of everything that is worth finding.
 */
export function ndcg(ranked: string[], judged: ReadonlyMap<string, number>, depth = 10): number {
  const best = dcg([...judged.values()].sort((a, b) => b - a).slice(0, depth));
  const seen = new Set<string>();
  const grades = ranked.slice(0, depth).map((name) => {
    if (seen.has(name)) return 0;
    seen.add(name);
    return judged.get(name) ?? 0;
  });
  return best === 0 ? (ranked.length === 0 ? 1 : 0) : dcg(grades) / best;
}
