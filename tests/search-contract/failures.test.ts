import { expect, it } from 'vitest';
import { decodeCursor, encodeCursor } from '@/lib/discovery/cursor';
import type { SearchQuery, Step } from '@/lib/discovery/search/search-index';
import { TypesenseClient } from '@/lib/discovery/typesense/client';
import { TypesenseIndex } from '@/lib/discovery/typesense/typesense-index';
import { standIn } from './engine-stand-in';

const EVERYTHING: SearchQuery = { text: '', filters: [], sort: 'stars' };
const empty = { status: 200, body: { results: [{ found: 0, hits: [], facet_counts: [] }] } };
const indexAt = (url: string) => new TypesenseIndex(new TypesenseClient(url, 'key'));
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'answered',
    (error: { code?: string; status?: number }) => [error.code, error.status],
  );

it.each([
  ['says that the key is wrong', { status: 401, body: { message: 'Forbidden' } }],
  ['is overloaded', { status: 503, body: { message: 'Not Ready or Lagging' } }],
  ['fails', { status: 500, body: 'oops' }],
  ['answers something else', { status: 200, body: '<html>' }],
  ['answers to fewer searches than were asked', { status: 200, body: { results: [] } }],
  [
    'refuses the search',
    { status: 200, body: { results: [{ code: 400, error: 'Could not parse the filter query.' }] } },
  ],
  ['never answers', null],
])('an engine that %s is a refusal to try again later', async (_, reply) => {
  const engine = await standIn(() => reply);
  expect(await refusal(indexAt(engine.url).list(EVERYTHING, null, 5))).toEqual(['search_down', 503]);
  await engine.stop();
});

it('an engine that is away is a refusal, and after a row of failures not even asked', async () => {
  const engine = await standIn(() => empty);
  const index = indexAt(engine.url);
  await engine.stop();
  for (let time = 0; time < 7; time += 1)
    expect(await refusal(index.list(EVERYTHING, null, 5))).toEqual(['search_down', 503]);
});

it('before the first feeding the catalogue is being read in', async () => {
  const engine = await standIn(() => ({ status: 200, body: { results: [{ code: 404, error: 'Not found.' }] } }));
  expect(await refusal(indexAt(engine.url).list(EVERYTHING, null, 5))).toEqual(['search_warming', 503]);
  await engine.stop();
});

it('a forged cursor is refused or leads to some page, and never to a filter that cannot be read', async () => {
  const engine = await standIn(() => empty);
  const index = indexAt(engine.url);
  const stepOf = (stretch: number, value: number): Step =>
    decodeCursor(encodeCursor('x', { stretch, value, id: 'f'.repeat(24) }, false), 'x');
  for (const value of [1e300, -1e300, 0.5, -7, Number.MIN_VALUE])
    expect(await refusal(index.list(EVERYTHING, stepOf(9, value), 5))).toBe('answered');
  for (const { body } of engine.heard)
    expect(JSON.parse(body).searches[0].filter_by).not.toMatch(/[^\w\s:<>=()|&-]|\de|\.\d/);
  const asked = engine.heard.length;
  for (const [stretch, value] of [
    [0, 5],
    [1, -1],
    [1, 0.5],
    [1, 10_001],
  ] as const)
    expect(await refusal(index.list({ ...EVERYTHING, text: 'pure' }, stepOf(stretch, value), 5))).toEqual([
      'invalid_cursor',
      400,
    ]);
  expect(engine.heard.length).toBe(asked);
  await engine.stop();
});
