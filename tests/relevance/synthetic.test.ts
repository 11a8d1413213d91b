import { beforeAll, expect, it } from 'vitest';
import { listModules } from '@/lib/discovery/queries';
import { ModuleModel } from '@/models/module-kinds';
import { seedCatalogue } from '../support/catalogue';
import { onOwnDatabase } from '../support/database';
import { type Judged, judge, mean, reportOf } from './report';
import { judgeSynthetic, type Seen } from './synthetic-judgements';

onOwnDatabase();

const judged: Judged[] = [];

beforeAll(async () => {
  await seedCatalogue(2000);
  const catalogue = await ModuleModel.find({}, { name: 1, title: 1, keywords: 1, kind: 1, summary: 1 }).lean<Seen[]>();
  for (const judgement of judgeSynthetic(catalogue)) {
    const { items } = await listModules({ q: judgement.q, limit: 10 });
    judged.push(
      judge(
        judgement,
        items.map(({ name }) => name),
      ),
    );
  }
  process.stdout.write(`synthetic catalogue, ${reportOf(judged)}\n`);
}, 120_000);

it('has something to find for every search', () => {
  expect(judged.filter(({ grades }) => grades.size === 0).map(({ q }) => q)).toEqual([]);
});

it('finds what people want among thousands: nDCG@10 of at least 0.90', () => {
  expect(mean(judged)).toBeGreaterThanOrEqual(0.9);
});

it('finds it when misspelt: at least 0.85', () => {
  expect(mean(judged.filter(({ intent }) => intent === 'typo'))).toBeGreaterThanOrEqual(0.85);
});
