import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MemoryIndex } from '@/lib/discovery/search/memory-index';
import { type SearchQuery, type SearchRow, SORT_FIELDS, type Step } from '@/lib/discovery/search/search-index';
import type { SearchText } from '@/types/module';

const NOW = Date.parse('2026-11-01T00:00:00Z');
const WORDS = ['harbor', 'forest', 'ember', 'glacier', 'git', 'zsh', 'pure', 'nord'];
const FACETS = ['kind:prompt', 'kind:script', 'os:linux', 'os:macos', 'tag:git'];

const text = fc.array(fc.constantFrom(...WORDS), { maxLength: 4 }).map((words) => [...new Set(words)].join(' '));
const number = fc.integer({ min: 0, max: 5 });
const rowOf = (id: fc.Arbitrary<number>): fc.Arbitrary<SearchRow> =>
  fc.record({
    id: id.map((at) => at.toString(16).padStart(24, '0')),
    search: fc.option(
      fc
        .record({ name: fc.constantFrom(...WORDS), title: text, summary: text })
        .map((words): SearchText => ({ owner: '', tags: '', provides: '', kind: '', readme: '', ...words })),
      { freq: 6 },
    ),
    facets: fc.uniqueArray(fc.constantFrom(...FACETS), { maxLength: 4 }),
    values: fc.record({
      trending: number,
      downloads: number,
      stars: number,
      rating: number,
      updated: number,
      new: number,
    }),
  });

/** What the index should find, by looking at every row. Words of the test vocabulary are each their own stem. */
function bruteForce(rows: Map<string, SearchRow>, { text: asked, filters, stars, sort }: SearchQuery): SearchRow[] {
  const words = asked.split(' ').filter(Boolean);
  const fits = ({ search, facets, values }: SearchRow) =>
    search !== null &&
    words.every((word) => Object.values(search).join(' ').split(' ').includes(word)) &&
    filters.every((filter) => facets.includes(filter)) &&
    values.stars >= (stars?.from ?? 0);
  const field = sort === 'relevance' ? 'trending' : sort;
  return [...rows.values()].filter(fits).sort((a, b) => b.values[field] - a.values[field] || (a.id < b.id ? 1 : -1));
}

async function walk(index: MemoryIndex, query: SearchQuery, limit: number): Promise<string[][]> {
  const pages: string[][] = [];
  for (let step: Step | null = null; ; ) {
    const { ids, next } = await index.list(query, step, limit);
    pages.push(ids);
    if (!next) return pages;
    step = { from: next, backwards: false };
  }
}

async function walkBack(index: MemoryIndex, query: SearchQuery, limit: number): Promise<string[]> {
  let last = await index.list(query, null, limit);
  while (last.next) last = await index.list(query, { from: last.next, backwards: false }, limit);
  const seen = [...last.ids];
  while (last.previous) {
    last = await index.list(query, { from: last.previous, backwards: true }, limit);
    seen.unshift(...last.ids);
  }
  return seen;
}

const batches = fc.array(fc.array(rowOf(fc.integer({ min: 0, max: 60 })), { maxLength: 25 }), {
  minLength: 1,
  maxLength: 12,
});
const query = fc.record({
  words: fc.uniqueArray(fc.constantFrom(...WORDS), { maxLength: 2 }),
  filters: fc.uniqueArray(fc.constantFrom(...FACETS), { maxLength: 2 }),
  from: fc.option(number, { nil: undefined }),
  sort: fc.constantFrom(...SORT_FIELDS),
});

/** Rows arrive in batches; of a row that comes again the last state counts, as it does when the database is followed. */
async function indexOf(all: SearchRow[][]) {
  const index = new MemoryIndex();
  const rows = new Map<string, SearchRow>();
  for (const batch of all) {
    const latest = new Map(batch.map((row) => [row.id, row]));
    for (const [id, row] of latest) rows.set(id, row);
    await index.apply(latest.values(), NOW);
  }
  return { index, rows };
}

describe('the index of a process', () => {
  it('lists, orders, counts and pages both ways exactly as looking at every row would, whatever was changed before', async () => {
    await fc.assert(
      fc.asyncProperty(
        batches,
        query,
        fc.integer({ min: 1, max: 7 }),
        async (all, { words, filters, from, sort }, limit) => {
          const { index, rows } = await indexOf(all);
          const asked = { text: words.join(' '), filters, sort, ...(from === undefined ? {} : { stars: { from } }) };
          const expected = bruteForce(rows, asked);
          // Fewer than three hits are filled up with what is spelt alike; that is judged elsewhere.
          fc.pre(words.length === 0 || expected.length >= 3);
          const ids = expected.map(({ id }) => id);
          const pages = await walk(index, asked, limit);
          expect(pages.flat()).toEqual(ids);
          expect(pages.slice(0, -1).every((page) => page.length === limit)).toBe(true);
          expect(await walkBack(index, asked, limit)).toEqual(ids);
          const { total, facets, totalIsBound } = await index.count(asked);
          expect([total, totalIsBound]).toEqual([ids.length, false]);
          for (const facet of ['kind', 'os', 'tag'] as const) {
            const others = bruteForce(rows, {
              ...asked,
              filters: filters.filter((one) => !one.startsWith(`${facet}:`)),
            });
            if (words.length > 0 && others.length < 3) continue;
            for (const value of FACETS.filter((one) => one.startsWith(`${facet}:`)).map((one) =>
              one.slice(facet.length + 1),
            )) {
              const having = others.filter(({ facets: of }) => of.includes(`${facet}:${value}`)).length;
              expect(facets[facet].find((one) => one.value === value)?.count ?? 0).toBe(having);
            }
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('pages by relevance without repeating or losing a module, both ways', async () => {
    await fc.assert(
      fc.asyncProperty(batches, fc.constantFrom(...WORDS), fc.integer({ min: 1, max: 7 }), async (all, word, limit) => {
        const { index, rows } = await indexOf(all);
        const asked: SearchQuery = { text: word, filters: [], sort: 'relevance' };
        const expected = bruteForce(rows, asked);
        fc.pre(expected.length >= 3);
        const seen = (await walk(index, asked, limit)).flat();
        expect([...seen].sort()).toEqual(expected.map(({ id }) => id).sort());
        expect(await walkBack(index, asked, limit)).toEqual(seen);
      }),
      { numRuns: 100 },
    );
  });
});

const named = (
  at: number,
  name: string,
  more: Partial<SearchText> = {},
  values: Partial<SearchRow['values']> = {},
): SearchRow => ({
  id: at.toString(16).padStart(24, '0'),
  search: { name, title: name, owner: 'ada', tags: '', provides: '', kind: '', summary: '', readme: '', ...more },
  facets: ['kind:prompt'],
  values: { trending: at, downloads: 0, stars: 0, rating: 0, updated: NOW, new: NOW, ...values },
});
const idsOf = async (index: MemoryIndex, asked: string) =>
  (await index.list({ text: asked, filters: [], sort: 'relevance' }, null, 10)).ids.map((id) =>
    Number.parseInt(id, 16),
  );

describe('a list that is too long to be counted', () => {
  const MODULES = 12_000;
  const filled = async () => {
    const index = new MemoryIndex();
    const rows = Array.from({ length: MODULES }, (_, at) =>
      named(at, at === 7 ? 'harbor' : `x${at % 9}`, { summary: 'harbor' }, { trending: at, stars: at % 50 }),
    );
    // The second half is more than may lie outside the largest segment, so that segments are joined.
    await index.apply(rows.slice(0, MODULES / 2), NOW);
    await index.apply(rows.slice(MODULES / 2), NOW);
    return index;
  };

  it('is walked to its end in every order, and the best of it still comes first', async () => {
    const index = await filled();
    for (const sort of ['relevance', 'trending', 'stars'] as const) {
      const asked: SearchQuery = { text: 'harbor', filters: ['kind:prompt'], sort };
      const seen = (await walk(index, asked, 1000)).flat();
      expect([sort, new Set(seen).size, seen.length]).toEqual([sort, MODULES, MODULES]);
      expect(await walkBack(index, asked, 1000)).toEqual(seen);
    }
    // The one of that name is among the least lively: the cut must not lose it.
    expect((await idsOf(index, 'harbor'))[0]).toBe(7);
  });

  it('says that there are more than it counts', async () => {
    const { total, totalIsBound } = await (await filled()).count({ text: 'harbor', filters: [], sort: 'stars' });
    expect([total, totalIsBound]).toEqual([10_000, true]);
  });
});

describe('what a word finds', () => {
  const filled = async (rows: SearchRow[]) => {
    const index = new MemoryIndex();
    await index.apply(rows, NOW);
    return index;
  };

  it('puts the exact name first, however popular the others are', async () => {
    const index = await filled([named(1, 'pure'), named(2, 'pure prompt', {}, { stars: 90_000, downloads: 900_000 })]);
    expect(await idsOf(index, 'pure')).toEqual([1, 2]);
    expect((await index.suggest('pure', 8)).map((id) => Number.parseInt(id, 16))).toEqual([1, 2]);
  });

  it('forgives one edit from four letters on and two from eight, and says what it understood', async () => {
    const index = await filled([named(1, 'starship'), named(2, 'nord'), named(3, 'vim')]);
    expect(await idsOf(index, 'strashpi')).toEqual([1]);
    expect(await idsOf(index, 'nrod')).toEqual([2]);
    expect(await idsOf(index, 'vin')).toEqual([]);
    expect(await idsOf(index, 'sstrashpi')).toEqual([]);
    expect((await index.count({ text: 'starshpi', filters: [], sort: 'relevance' })).spelling).toBe('starship');
  });

  it('finds stems, beginnings and other words for the same', async () => {
    const index = await filled([named(1, 'completion'), named(2, 'x', { summary: 'for neovim' })]);
    expect(await idsOf(index, 'completions')).toEqual([1]);
    expect(await idsOf(index, 'compl')).toEqual([1]);
    expect(await idsOf(index, 'nvim')).toEqual([2]);
  });

  it('says what an empty list could do without', async () => {
    const index = await filled([named(1, 'pure'), named(2, 'nord')]);
    const { total, looser } = await index.count({ text: 'pure', filters: ['kind:script'], sort: 'relevance' });
    expect([total, looser]).toEqual([0, [{ without: 'kind', total: 1 }]]);
  });
});
