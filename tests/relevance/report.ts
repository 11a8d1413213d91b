import type { Judgement } from './judgement';
import { ndcg } from './ndcg';

export type Judged = Judgement & { found: string[]; value: number };

export const judge = (judgement: Judgement, found: string[]): Judged => ({
  ...judgement,
  found,
  value: ndcg(found, judgement.grades),
});

export const mean = (judged: Judged[]): number =>
  judged.reduce((sum, { value }) => sum + value, 0) / Math.max(1, judged.length);

const WORST = 10;

/** The figures by intent, and the searches that did worst with what they found. */
export function reportOf(judged: Judged[]): string {
  const intents = [...new Set(judged.map(({ intent }) => intent))];
  const line = (name: string, of: Judged[]) => `  ${name.padEnd(14)} ${mean(of).toFixed(3)}  (${of.length})`;
  const worst = [...judged].sort((a, b) => a.value - b.value).slice(0, WORST);
  return [
    'nDCG@10',
    line('overall', judged),
    ...intents.map((intent) =>
      line(
        intent,
        judged.filter((one) => one.intent === intent),
      ),
    ),
    'worst',
    ...worst.map(({ value, q, found }) => `  ${value.toFixed(2)}  ${q}  →  ${found.slice(0, 6).join(' ')}`),
  ].join('\n');
}
