import { loadItems } from '@/lib/discovery/items';
import { listModules, suggestModules } from '@/lib/discovery/queries';
import { connectDatabase, disconnectDatabase } from '@/lib/infra/mongo';
import { readIn } from './read-in';
import { percentile } from './reader';
import { SEARCH_CLASSES } from './search-classes';
import { atMost, type Bench, median, type Row } from './settings';
import { timed } from './timed';

const ROUNDS = 5;
const NAMES = 200;
const WORST_MS = 5;

/** S7: what total and facets cost beside the 24 cards of the same list. */
export const measureFacets: Bench = async (settings) => {
  await connectDatabase();
  const index = await readIn();
  const [cards, counts]: [number[], number[]] = [[], []];
  const queries = Object.values(SEARCH_CLASSES).flat();
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [at, { q = '' }] of queries.entries()) {
      // A date before every module makes each question new to an index that remembers answers.
      const query = {
        text: q,
        filters: [],
        sort: 'relevance' as const,
        updated: { from: round * queries.length + at },
      };
      cards.push(await timed(async () => loadItems((await index.list(query, null, 24)).ids)));
      counts.push(await timed(() => index.count(query)));
    }
  const [card, count] = [median(cards), median(counts)];
  return [
    {
      goal: 'S7',
      what: `facets and total ÷ the 24 cards, ${settings.modules} modules, p50`,
      ...atMost(count / card, 1),
      method: `${queries.length} queries of 7 classes: ${count.toFixed(3)} ms ÷ ${card.toFixed(3)} ms; p99 ${percentile(counts, 0.99).toFixed(2)} ÷ ${percentile(cards, 0.99).toFixed(2)} ms`,
    },
  ];
};

/** S19: suggestions while somebody types names, letter by letter. */
export const measureSuggestions: Bench = async () => {
  await connectDatabase();
  await readIn();
  const { items } = await listModules({ sort: 'new', limit: 100 });
  const { items: others } = await listModules({ sort: 'stars', limit: 100 });
  const names = [...items, ...others].map(({ name }) => name).slice(0, NAMES);
  await suggestModules(names[0] ?? '');
  const times: number[] = [];
  let first = 0;
  for (const name of names) {
    for (let length = 1; length <= name.length; length += 1)
      times.push(await timed(() => suggestModules(name.slice(0, length))));
    if ((await suggestModules(name))[0]?.name === name) first += 1;
  }
  await disconnectDatabase();
  const rows: Row[] = [
    {
      goal: 'S19',
      what: 'suggestions, p99 inside the app',
      ...atMost(percentile(times, 0.99), WORST_MS, ' ms'),
      method: `${times.length} beginnings of ${names.length} names: p50 ${median(times).toFixed(2)} ms, p99 ${percentile(times, 0.99).toFixed(2)} ms, rows included`,
    },
    {
      goal: 'S19',
      what: 'the module of exactly that name comes first',
      measured: `${first} of ${names.length}`,
      target: 'always',
      met: first === names.length,
      method: 'whole names',
    },
  ];
  return rows;
};
