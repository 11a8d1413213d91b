import { beforeAll, expect, it } from 'vitest';
import { listModules } from '@/lib/discovery/queries';
import { onOwnDatabase } from '../support/database';
import { DEMO_JUDGEMENTS, DEMO_SETS } from './demo-judgements';
import { insertDemoModules } from './demo-modules';
import { parseJudgements } from './judgement';
import { type Judged, judge, mean, reportOf } from './report';

onOwnDatabase();

const demo = parseJudgements(DEMO_JUDGEMENTS, DEMO_SETS);
const judged: Judged[] = [];
let names: string[] = [];

beforeAll(async () => {
  names = await insertDemoModules();
  for (const judgement of demo) {
    const { items } = await listModules({ q: judgement.q, limit: 10 });
    judged.push(
      judge(
        judgement,
        items.map(({ name }) => name),
      ),
    );
  }
  process.stdout.write(`demo catalogue, ${reportOf(judged)}\n`);
}, 120_000);

it('judges at least 150 searches, 40 of them misspelt, and only modules that exist', () => {
  expect(demo.length).toBeGreaterThanOrEqual(150);
  expect(demo.filter(({ intent }) => intent === 'typo').length).toBeGreaterThanOrEqual(40);
  expect(new Set(demo.map(({ q }) => q)).size).toBe(demo.length);
  const unknown = demo.flatMap(({ grades }) => [...grades.keys()].filter((name) => !names.includes(name)));
  expect(unknown).toEqual([]);
});

it('finds what people want: nDCG@10 of at least 0.90', () => {
  expect(mean(judged)).toBeGreaterThanOrEqual(0.9);
});

it('finds it when misspelt: at least 0.85', () => {
  expect(mean(judged.filter(({ intent }) => intent === 'typo'))).toBeGreaterThanOrEqual(0.85);
});
