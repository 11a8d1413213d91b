import { expect, it } from 'vitest';
import { TypesenseClient } from '@/lib/discovery/typesense/client';
import { COLLECTION } from '@/lib/discovery/typesense/collection';
import { type ChangeSource, feedSearch } from '@/lib/discovery/typesense/feed-search';
import { type Heard, standIn } from './engine-stand-in';
import { idOf, NOW, ROWS } from './rows';

const [EXAMPLE] = ROWS;
const MARK = `/collections/dotkit-feed/documents/${COLLECTION.name}`;
const UPSERT_MARK = '/collections/dotkit-feed/documents?action=upsert';
const IMPORT = `/collections/${COLLECTION.name}/documents/import?action=upsert`;

/** So many rows, all changed at the same moment. */
function sourceOf(count: number): ChangeSource & { asked: string[] } {
  if (!EXAMPLE) throw new Error('The rows of the contract are gone.');
  const ids = Array.from({ length: count }, (_, at) => idOf(3 * at));
  const asked: string[] = [];
  const tell = async function* (wanted: string[]) {
    for (const id of wanted) yield { row: { ...EXAMPLE, id }, at: NOW };
  };
  return {
    asked,
    all: (after) => {
      asked.push(`all after ${after}`);
      return tell(ids.filter((id) => id > after));
    },
    changed: (at, after) => {
      asked.push(`changed since ${at - NOW} after ${after}`);
      return tell(ids.filter((id) => NOW > at || (NOW === at && id > after)));
    },
  };
}

/** An engine of which the marks and the alias are kept, and everything else is taken as it comes. */
function engineOf(serving: string | null, mark: object | null, imported = '{"success":true}') {
  let kept: unknown = mark;
  return standIn(({ method, path, body }: Heard) => {
    if (path === '/aliases/dotkit-modules' && method === 'GET')
      return serving
        ? { status: 200, body: { collection_name: serving } }
        : { status: 404, body: { message: 'Not Found' } };
    if (path === MARK) return kept ? { status: 200, body: kept } : { status: 404, body: { message: 'Not Found' } };
    if (path === UPSERT_MARK) kept = JSON.parse(body);
    if (path === IMPORT)
      return {
        status: 200,
        body: body
          .split('\n')
          .map(() => imported)
          .join('\n'),
      };
    return { status: 200, body: {} };
  });
}

const linesOf = (heard: Heard[]) => heard.map(({ method, path }) => `${method} ${path}`);
const marksOf = (heard: Heard[]) =>
  heard.filter(({ path }) => path === UPSERT_MARK).map(({ body }) => JSON.parse(body));

it('a new collection is filled beside the old one, which answers until then and is dropped after', async () => {
  const engine = await engineOf('dotkit-modules-0', null);
  const client = new TypesenseClient(engine.url, 'key');
  expect(await feedSearch(client, sourceOf(3), () => NOW)).toMatchObject({ phase: 'following' });
  const lines = linesOf(engine.heard);
  const places = [
    'POST /collections',
    `POST ${IMPORT}`,
    'PUT /aliases/dotkit-modules',
    'DELETE /collections/dotkit-modules-0',
  ].map((line) => lines.indexOf(line));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places).not.toContain(-1);
  await engine.stop();
});

it('a filling that takes long goes on where it was, and a mass of changes of one moment too', async () => {
  const engine = await engineOf('dotkit-modules-0', null);
  const client = new TypesenseClient(engine.url, 'key');
  const source = sourceOf(1200);
  // Every look at the clock is a minute later: a run ends after each batch.
  let minutes = 0;
  const clock = () => NOW + 60_001 * minutes++;
  const runs: unknown[] = [];
  for (let run = 0; run < 6; run += 1) runs.push((await feedSearch(client, source, clock)).phase);
  expect(runs.slice(0, 2)).toEqual(['filling', 'filling']);
  expect(runs.at(-1)).toBe('following');
  expect(source.asked.slice(0, 3)).toEqual(['all after ', `all after ${idOf(3 * 499)}`, `all after ${idOf(3 * 999)}`]);
  const filled = engine.heard.filter(({ path }) => path === IMPORT).flatMap(({ body }) => body.split('\n'));
  expect(new Set(filled.map((line) => JSON.parse(line).id)).size).toBe(1200);
  expect(marksOf(engine.heard).at(-1)).toMatchObject({ phase: 'following', after: '' });
  await engine.stop();
});

it('an earlier release stands back where a later one has taken over', async () => {
  const engine = await engineOf('dotkit-modules-999', null);
  expect(await feedSearch(new TypesenseClient(engine.url, 'key'), sourceOf(3), () => NOW)).toEqual({
    fed: 0,
    isNews: false,
    phase: 'superseded',
  });
  expect(engine.heard).toHaveLength(1);
  await engine.stop();
});

it('a document that the engine cannot take holds nothing up; an engine that can take none is tried again from there', async () => {
  const mark = { id: COLLECTION.name, phase: 'following', at: NOW - 1, after: '' };
  const picky = await engineOf(
    COLLECTION.name,
    mark,
    '{"success":false,"code":400,"error":"Field `x` must be a string."}',
  );
  const client = new TypesenseClient(picky.url, 'key');
  expect(await feedSearch(client, sourceOf(2), () => NOW)).toMatchObject({ fed: 2, phase: 'following' });
  await picky.stop();
  const full = await engineOf(
    COLLECTION.name,
    mark,
    '{"success":false,"code":503,"error":"Rejecting write: disk is full."}',
  );
  const work = feedSearch(new TypesenseClient(full.url, 'key'), sourceOf(2), () => NOW);
  await expect(work).rejects.toMatchObject({ code: 'search_down' });
  expect(marksOf(full.heard)).toEqual([]);
  await full.stop();
});
