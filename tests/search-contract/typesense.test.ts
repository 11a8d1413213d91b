import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { SearchRow } from '@/lib/discovery/search/search-index';
import { TypesenseClient } from '@/lib/discovery/typesense/client';
import { ALIAS, COLLECTION, MARKS } from '@/lib/discovery/typesense/collection';
import { type Change, type ChangeSource, feedSearch } from '@/lib/discovery/typesense/feed-search';
import { TypesenseIndex } from '@/lib/discovery/typesense/typesense-index';
import { judge } from './contract';
import { RECORDED_KEY, RecordedEngine } from './recording';
import { NOW } from './rows';

const { TYPESENSE_URL, TYPESENSE_API_KEY, CONFORMANCE_TYPESENSE_URL, CONFORMANCE_TYPESENSE_API_KEY } = process.env;
const url = CONFORMANCE_TYPESENSE_URL ?? TYPESENSE_URL;
const key = CONFORMANCE_TYPESENSE_API_KEY ?? TYPESENSE_API_KEY;
const real = url && key ? { url, key } : null;

/** Rows as a database would tell of them: all of them in the order of ids, then those that changed. */
function sourceOf(rows: SearchRow[]): ChangeSource {
  const told = [...rows].sort((a, b) => (a.id < b.id ? -1 : 1)).map((row): Change => ({ row, at: NOW }));
  const tell = async function* (wanted: Change[]) {
    yield* wanted;
  };
  return {
    all: (after) => tell(told.filter(({ row }) => row.id > after)),
    changed: (at, after) => tell(told.filter((one) => one.at > at || (one.at === at && one.row.id > after))),
  };
}

const engine = new RecordedEngine(real);
const client = new TypesenseClient(await engine.start(), RECORDED_KEY);

describe(real ? `the engine at ${real.url}` : 'the engine as it is recorded', () => {
  const direct = real && new TypesenseClient(real.url, real.key);

  beforeAll(async () => {
    // The contract fills and drops collections: never those that visitors search.
    if ((await direct?.manage('GET', `/aliases/${ALIAS}`)) ?? false)
      throw new Error('This engine holds a catalogue. The contract needs an empty one.');
  });
  afterEach(() => {
    expect(engine.unexpected).toEqual([]);
    expect(engine.end()).toEqual([]);
  });
  afterAll(async () => {
    engine.stop();
    await direct?.manage('DELETE', `/aliases/${ALIAS}`);
    for (const { name } of [COLLECTION, MARKS]) await direct?.manage('DELETE', `/collections/${name}`);
  });

  judge({
    index: new TypesenseIndex(client),
    feed: async (rows) => {
      await feedSearch(client, sourceOf(rows), () => NOW);
    },
    begin: (name) => {
      expect(engine.end()).toEqual([]);
      engine.begin(name);
    },
  });

  it('is filled under an alias, and what was sent twice changes nothing', async () => {
    engine.begin('again');
    expect(await feedSearch(client, sourceOf([]), () => NOW)).toEqual({ fed: 0, isNews: false, phase: 'following' });
  });
});
