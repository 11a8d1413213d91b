import { afterAll, beforeAll, expect, it } from 'vitest';
import { listModules, suggestModules } from '@/lib/discovery/queries';
import { updateListing } from '@/lib/modules/commands';
import { runJob } from '@/lib/operations/commands';
import { setStar } from '@/lib/stars/commands';
import type { Actor } from '@/types/actor';
import { standIn } from '../search-contract/engine-stand-in';
import { person, publish, refusalOf } from '../support/builders';
import { onOwnDatabase } from '../support/database';
import { type Explained, explain, watchQueries } from '../support/query-watch';

/** What the engine was told, by id; it answers every search with all that it was ever told, as one that lags behind would. */
const documents = new Map<string, { id: string; name: string; stars: number }>();
const everTold = new Set<string>();
const marks = new Map<string, string>();
const engine = await standIn(({ method, path, body }) => {
  if (path === '/multi_search') {
    const hits = [...everTold].map((id) => ({ document: { id } }));
    const results = JSON.parse(body).searches.map(() => ({ found: hits.length, hits, facet_counts: [] }));
    return { status: 200, body: { results } };
  }
  if (path.includes('/import')) {
    const told = body.split('\n').map((line) => JSON.parse(line));
    for (const document of told) {
      documents.set(document.id, document);
      everTold.add(document.id);
    }
    return { status: 200, body: told.map(() => '{"success":true}').join('\n') };
  }
  const hidden = /filter_by=id:\[(.*)\]/.exec(path)?.[1];
  if (hidden !== undefined) for (const id of hidden.split(',')) documents.delete(id);
  if (path.includes('/dotkit-feed/documents') && method === 'POST') marks.set('mark', body);
  const mark = marks.get('mark');
  if (path.includes('/dotkit-feed/documents')) return mark ? { status: 200, body: mark } : { status: 404, body: {} };
  if (path.startsWith('/aliases')) return { status: 200, body: { collection_name: 'dotkit-modules-0' } };
  return { status: 200, body: {} };
});
Object.assign(process.env, { TYPESENSE_URL: engine.url, TYPESENSE_API_KEY: 'key' });

const queries = watchQueries();
onOwnDatabase();
let ada: Actor;

beforeAll(async () => {
  ada = await person();
});
afterAll(() => engine.stop());

const told = () => [...documents.values()].map(({ name }) => name).sort();

it('a search engine is told of what is there, of what changes, and of what became private', async () => {
  await publish(ada, 'harbor');
  await publish(ada, 'diary', { visibility: 'private' });
  expect(await runJob('feed-search')).toMatchObject({ phase: 'following' });
  expect(told()).toEqual(['harbor']);
  await publish(ada, 'ember');
  await runJob('feed-search');
  expect(told()).toEqual(['ember', 'harbor']);
  expect((await listModules({ sort: 'new' })).items.map(({ name }) => name).sort()).toEqual(['ember', 'harbor']);
  await updateListing({ namespace: ada.username, name: 'ember', visibility: 'private' }, ada);
  // Before the engine has heard of it, it still names the module; no list shows it.
  expect((await listModules({ sort: 'new' })).items.map(({ name }) => name)).toEqual(['harbor']);
  expect((await suggestModules('emb')).map(({ name }) => name)).toEqual(['harbor']);
  await runJob('feed-search');
  expect(told()).toEqual(['harbor']);
});

it('it is told of stars and downloads once they count', async () => {
  await setStar({ namespace: ada.username, name: 'harbor', starred: true }, ada);
  await runJob('refresh-ranks');
  expect(await runJob('feed-search')).toMatchObject({ isNews: true });
  expect([...documents.values()]).toMatchObject([{ name: 'harbor', stars: 1 }]);
  // Rows of the last half minute are sent again, without being news.
  expect(await runJob('feed-search')).toMatchObject({ isNews: false });
});

it('what changed is read by an index, in its order', async () => {
  const seen = await queries.during(() => runJob('feed-search'));
  const plans: Explained[] = (await Promise.all(seen.map(explain))).flat();
  expect(plans.length).toBeGreaterThan(0);
  expect(plans.filter(({ stages }) => stages.includes('COLLSCAN') || stages.includes('SORT'))).toEqual([]);
});

it('an engine that is away is a refusal to try again later, for visitors and for the job', async () => {
  await engine.stop();
  const asked = [listModules({}), listModules({ q: 'harbor' }), suggestModules('har'), runJob('feed-search')];
  expect(await Promise.all(asked.map(refusalOf))).toEqual(asked.map(() => 'search_down'));
});
