import { beforeAll, describe, expect, it } from 'vitest';
import type { SearchIndex, SearchQuery, SearchRow, Step } from '@/lib/discovery/search/search-index';
import { idOf, NOW, ROWS } from './rows';

/** An adapter under judgement. */
export type Subject = {
  index: SearchIndex;
  /** Brings rows that are new or changed into the index. */
  feed(rows: SearchRow[]): Promise<void>;
  /** Called with the name of each case before it begins. */
  begin(name: string): void;
};

const ask = (more: Partial<SearchQuery> = {}): SearchQuery => ({ text: '', filters: [], sort: 'relevance', ...more });
const numbered = (ids: string[]) => ids.map((id) => Number.parseInt(id.slice(12), 16));

async function pages(index: SearchIndex, query: SearchQuery, limit: number, backwards = false): Promise<number[][]> {
  const seen: number[][] = [];
  let hits = await index.list(query, null, limit);
  if (backwards) while (hits.next) hits = await index.list(query, { from: hits.next, backwards: false }, limit);
  for (;;) {
    if (backwards) seen.unshift(numbered(hits.ids));
    else seen.push(numbered(hits.ids));
    const from = backwards ? hits.previous : hits.next;
    if (!from) return seen;
    const step: Step = { from, backwards };
    hits = await index.list(query, step, limit);
  }
}

/** The cases that every adapter must pass. */
export function judge(subject: Subject): void {
  const { index } = subject;
  const found = async (more: Partial<SearchQuery>) => numbered((await index.list(ask(more), null, 10)).ids);
  const sorted = async (more: Partial<SearchQuery>) => (await found(more)).sort();
  const test = (name: string, work: () => Promise<void>) =>
    it(name, async () => {
      subject.begin(name);
      await work();
    });

  beforeAll(async () => {
    subject.begin('feeding');
    await subject.feed(ROWS);
  });

  describe('a list without words', () => {
    test('is in the order of a field, and of ids where values are equal', async () => {
      expect(await found({ sort: 'trending' })).toEqual([2, 5, 4, 3, 1, 6]);
      expect(await found({ sort: 'stars' })).toEqual([2, 5, 4, 3, 1, 6]);
      expect(await found({ sort: 'updated' })).toEqual([2, 3, 4, 5, 1, 6]);
      expect(await found({ sort: 'rating' })).toEqual([5, 2, 4, 1, 6, 3]);
      expect(await found({})).toEqual([2, 5, 4, 3, 1, 6]);
    });

    test('has pages that neither overlap nor leave out, forwards and backwards', async () => {
      const query = ask({ sort: 'stars' });
      expect(await pages(index, query, 2)).toEqual([
        [2, 5],
        [4, 3],
        [1, 6],
      ]);
      expect(await pages(index, query, 4, true)).toEqual([
        [2, 5, 4, 3],
        [1, 6],
      ]);
      expect((await index.list(query, null, 6)).next).toBeNull();
    });

    test('is narrowed by all of its filters', async () => {
      expect(await found({ filters: ['kind:prompt'] })).toEqual([2, 3, 1]);
      expect(await found({ filters: ['kind:prompt', 'os:macos'] })).toEqual([3, 1]);
      expect(await found({ filters: ['author:ada', 'tag:git'] })).toEqual([1, 6]);
      expect(await found({ filters: ['tag:nobody-has-this'] })).toEqual([]);
    });

    test('tells values apart to the letter and the sign', async () => {
      expect(await found({ filters: ['tag:c'] })).toEqual([4]);
      expect(await found({ filters: ['tag:c++'] })).toEqual([5]);
      expect(await sorted({ filters: ['license:MIT'] })).toEqual([1, 2, 6]);
      expect(await found({ filters: ['license:GPL-3.0-only OR MIT'] })).toEqual([4]);
    });

    test('is narrowed by ranges whose ends belong to them', async () => {
      expect(await found({ stars: { from: 3, to: 50 } })).toEqual([5, 4, 3, 1]);
      expect(await found({ updated: { from: NOW - 30 * 86_400_000 } })).toEqual([2, 4, 3]);
    });
  });

  describe('words', () => {
    test('put the module of exactly that name first, however popular another is', async () => {
      expect(await found({ text: 'Pure' })).toEqual([1, 2]);
    });

    test('must all be there, wherever they stand', async () => {
      expect(await sorted({ text: 'prompt zsh' })).toEqual([1, 2]);
      expect(await found({ text: 'gst' })).toEqual([6]);
    });

    test('find stems, beginnings and other words for the same', async () => {
      expect(await found({ text: 'completion' })).toEqual([3]);
      expect(await found({ text: 'starsh' })).toEqual([3]);
      expect(await found({ text: 'nvim' })).toEqual([4]);
    });

    test('can be ordered by a field, in pages both ways', async () => {
      const query = ask({ text: 'colours', sort: 'updated' });
      expect(await pages(index, query, 2)).toEqual([[2, 4], [5]]);
      expect(await pages(index, query, 2, true)).toEqual([[2, 4], [5]]);
    });

    test('are no syntax, whatever signs stand between them', async () => {
      expect(await found({ text: '`git` || `zsh' })).toEqual([1]);
      expect(await found({ text: 'gst:>zsh' })).toEqual([]);
      expect(await found({ text: '"-pure*' })).toEqual([1, 2]);
      expect(await found({ text: '*', sort: 'stars' })).toEqual([2, 5, 4, 3, 1, 6]);
      expect(await found({ filters: ['tag:`] || id:!=x', 'tag:zsh'] })).toEqual([]);
    });

    test('forgive one edit from four letters on and two from eight', async () => {
      expect(await found({ text: 'nrod' })).toEqual([4]);
      expect(await found({ text: 'strashpi' })).toEqual([3]);
      expect(await found({ text: 'gsx' })).toEqual([]);
    });
  });

  describe('counts', () => {
    test('say how many there are, and of each value how many', async () => {
      const { total, totalIsBound, facets } = await index.count(ask());
      expect([total, totalIsBound]).toEqual([6, false]);
      expect(facets.kind).toEqual([
        { value: 'prompt', count: 3 },
        { value: 'color-theme', count: 2 },
        { value: 'aliases', count: 1 },
      ]);
      expect(facets.appearance).toEqual([
        { value: 'dark', count: 1 },
        { value: 'light', count: 1 },
      ]);
    });

    test('of a facet are not narrowed by its own filter, and are by the others', async () => {
      const { total, facets } = await index.count(ask({ filters: ['kind:prompt', 'os:macos'] }));
      expect(total).toBe(2);
      expect(facets.kind).toEqual([
        { value: 'prompt', count: 2 },
        { value: 'aliases', count: 1 },
      ]);
      expect(facets.os).toEqual([
        { value: 'linux', count: 2 },
        { value: 'macos', count: 2 },
      ]);
      expect(facets.shell).toEqual([
        { value: 'bash', count: 1 },
        { value: 'zsh', count: 1 },
      ]);
    });

    test('say how a misspelt word was read', async () => {
      expect(await index.count(ask({ text: 'starshpi' }))).toMatchObject({ total: 1, spelling: 'starship' });
      expect((await index.count(ask({ text: 'pure' }))).spelling).toBeUndefined();
    });

    test('say what an empty list could do without', async () => {
      const { total, looser } = await index.count(ask({ text: 'pure', filters: ['kind:aliases'], stars: { from: 1 } }));
      expect([total, looser]).toEqual([0, [{ without: 'kind', total: 2 }]]);
    });
  });

  describe('suggestions', () => {
    test('begin as what was typed, the exact name first', async () => {
      expect(numbered(await index.suggest('pure', 8))).toEqual([1, 2]);
      expect(numbered(await index.suggest('nor', 8))).toEqual([4]);
      expect(numbered(await index.suggest('strashpi', 8))).toEqual([3]);
      expect(numbered(await index.suggest('neov', 8))).toEqual([4]);
      expect(await index.suggest(' !', 8)).toEqual([]);
    });
  });

  describe('what changes', () => {
    test('is found as it is now, and what became private is not found at all', async () => {
      const [first, second] = ROWS;
      if (!first?.search || !second) throw new Error('The rows of the contract are gone.');
      const renamed = { ...first, search: { ...first.search, name: 'quiet', title: 'quiet' } };
      await subject.feed([renamed, { ...second, search: null }]);
      expect(await found({ text: 'quiet' })).toEqual([1]);
      expect(await found({ text: 'plus' })).toEqual([]);
      expect((await index.count(ask({ filters: ['kind:prompt'] }))).total).toBe(2);
      expect(idOf(1)).toBe(first.id);
    });
  });
}
