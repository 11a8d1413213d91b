import { beforeAll, describe, expect, it } from 'vitest';
import { MemoryIndex } from '@/lib/discovery/search/memory-index';
import { MASK_WEIGHTS, qualityOf, relevance } from '@/lib/discovery/search/score';
import { type SearchQuery, type SearchRow, SORT_FIELDS } from '@/lib/discovery/search/search-index';
import { FACETED } from '@/lib/discovery/search/segment-search';

const NOW = Date.parse('2026-11-01T00:00:00Z');
const MODULES = 6000;
const COMMON = ['harbor', 'forest', 'ember', 'glacier'];
const KINDS = ['prompt', 'script', 'theme'];

/** Numbers that look arbitrary and are the same in every run. */
const mixed = (at: number, salt: number) => Math.imul(at + 1, 2_654_435_761 + 2 * salt) >>> 7;
const pick = <T>(from: readonly T[], at: number, salt: number) => from[mixed(at, salt) % from.length] as T;

/** A large catalogue in which a few words are in hundreds of modules; a version of a module differs from the one before. */
const rowOf = (at: number, version: number): SearchRow => {
  const seed = at + version * 100_003;
  const summary = COMMON.filter((_, salt) => mixed(seed, salt) % 3 === 0).join(' ');
  return {
    id: at.toString(16).padStart(24, '0'),
    search: {
      ...{ name: `m${at % 7}x`, owner: '', provides: '', kind: '', readme: '' },
      title: pick(COMMON, seed, 11),
      tags: pick(['git', 'zsh', 'vim'], seed, 12),
      summary: at % 1000 === 0 ? `${summary} harbors` : summary,
    },
    facets: [
      `kind:${pick(KINDS, seed, 13)}`,
      `os:${pick(['linux', 'macos'], seed, 14)}`,
      `tag:t${mixed(seed, 15) % 40}`,
    ],
    values: Object.fromEntries(
      SORT_FIELDS.map((field, salt) => [
        field,
        field === 'updated' ? NOW - (mixed(seed, 16) % 9e9) : mixed(seed, salt) % 500,
      ]),
    ) as SearchRow['values'],
  };
};

describe('an index of thousands of modules, of which some were changed and some removed', () => {
  const index = new MemoryIndex();
  const rows = new Map<string, SearchRow>();

  const apply = async (changes: SearchRow[]) => {
    for (const row of changes) {
      if (row.search) rows.set(row.id, row);
      else rows.delete(row.id);
    }
    await index.apply(changes, NOW);
  };

  beforeAll(async () => {
    await apply(Array.from({ length: MODULES }, (_, at) => rowOf(at, 0)));
    // Questions in between: what was worked out for the first answers must follow the changes.
    for (const text of COMMON) await index.count({ text, filters: [], sort: 'relevance' });
    await apply(Array.from({ length: 900 }, (_, at) => rowOf(at * 6, 1)));
    await apply(Array.from({ length: 300 }, (_, at) => ({ ...rowOf(at * 11, 0), search: null, facets: [] })));
    await apply(Array.from({ length: 200 }, (_, at) => rowOf(MODULES + at, 0)));
  });

  const known = new WeakMap<SearchRow, string[]>();
  const wordsOf = (row: SearchRow) => {
    const words = known.get(row) ?? [
      ...new Set(
        Object.values(row.search ?? {})
          .join(' ')
          .split(' '),
      ),
    ];
    known.set(row, words);
    return words;
  };
  const matching = ({ text, filters, stars }: SearchQuery) =>
    [...rows.values()].filter(
      (row) =>
        text
          .split(' ')
          .filter(Boolean)
          .every((word) => wordsOf(row).some((one) => one.startsWith(word))) &&
        filters.every((filter) => row.facets.includes(filter)) &&
        row.values.stars >= (stars?.from ?? 0),
    );

  const QUESTIONS: Omit<SearchQuery, 'sort'>[] = [
    { text: '', filters: [] },
    { text: '', filters: [], stars: { from: 0 } },
    { text: '', filters: ['kind:prompt'] },
    { text: '', filters: ['kind:prompt', 'os:linux'], stars: { from: 250 } },
    { text: '', filters: ['tag:t3'] },
    { text: 'harbor', filters: [] },
    { text: 'forest', filters: [], stars: { from: 400 } },
    { text: 'ember', filters: ['kind:script'] },
    { text: 'git', filters: ['tag:t3'] },
    { text: 'glacier', filters: ['os:macos'], stars: { from: 100 } },
    { text: 'glacier', filters: ['os:macos', 'kind:prompt'] },
    { text: 'harbor forest', filters: [] },
    { text: 'harbor forest git', filters: ['os:macos'] },
    { text: 'm3x glacier', filters: [] },
    { text: 'm3x', filters: [] },
  ];

  it.each(QUESTIONS)('counts and orders as looking at every row would: %j', async (question) => {
    for (const sort of ['stars', 'trending'] as const) {
      const asked = { ...question, sort };
      const expected = matching(asked)
        .sort((a, b) => b.values[sort] - a.values[sort] || (a.id < b.id ? 1 : -1))
        .map(({ id }) => id);
      const { ids, next } = await index.list(asked, null, 40);
      expect(ids).toEqual(expected.slice(0, 40));
      const step = next && { from: next, backwards: false };
      expect(step ? (await index.list(asked, step, 40)).ids : []).toEqual(expected.slice(40, 80));
    }
    const { total, facets } = await index.count({ ...question, sort: 'stars' });
    expect(total).toBe(matching({ ...question, sort: 'stars' }).length);
    for (const facet of ['kind', 'os', 'tag'] as const) {
      const filters = question.filters.filter((filter) => !filter.startsWith(`${facet}:`));
      const counted = new Map<string, number>();
      for (const row of matching({ ...question, filters, sort: 'stars' }))
        for (const value of row.facets.filter((one) => one.startsWith(`${facet}:`)))
          counted.set(value.slice(facet.length + 1), (counted.get(value.slice(facet.length + 1)) ?? 0) + 1);
      const expected = [...counted]
        .map(([value, count]) => ({ value, count }))
        .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
      const conditions = [...filters, ...question.text.split(' ').filter(Boolean), question.stars].filter(
        Boolean,
      ).length;
      const isEstimate = matching({ ...question, filters, sort: 'stars' }).length > FACETED && conditions > 1;
      if (!isEstimate) expect(facets[facet]).toEqual(expected.slice(0, 30));
      for (const { value, count } of isEstimate ? facets[facet] : [])
        expect(Math.abs(count - (counted.get(value) ?? 0))).toBeLessThan(10 + 0.3 * count);
    }
  });

  it.each(['harbor', 'glacier', 'git'])(
    'begins the list of a frequent word with exactly the most relevant: %s',
    async (text) => {
      const fields = ['name', 'title', 'owner', 'tags', 'provides', 'kind', 'summary', 'readme'] as const;
      const worth = (row: SearchRow) => {
        const mask = fields.reduce((sum, field, bit) => {
          const has = (row.search?.[field] ?? '').split(' ').some((word) => word === text || word === `${text}s`);
          return sum + (has ? 1 << bit : 0);
        }, 0);
        return relevance(MASK_WEIGHTS[mask] ?? 0, Math.fround(qualityOf(row.values, NOW)), false);
      };
      const expected = matching({ text, filters: [], sort: 'relevance' })
        .map(worth)
        .sort((a, b) => b - a);
      const { ids } = await index.list({ text, filters: [], sort: 'relevance' }, null, 100);
      ids.forEach((id, at) => {
        expect(worth(rows.get(id) as SearchRow)).toBeCloseTo(expected[at] ?? 0, 5);
      });
    },
  );

  it('walks a list of two frequent words to its end, both ways, every module once', async () => {
    const asked: SearchQuery = { text: 'harbor forest', filters: [], sort: 'relevance' };
    const seen: string[] = [];
    let page = await index.list(asked, null, 100);
    for (seen.push(...page.ids); page.next; seen.push(...page.ids))
      page = await index.list(asked, { from: page.next, backwards: false }, 100);
    expect([...seen].sort()).toEqual(
      matching(asked)
        .map(({ id }) => id)
        .sort(),
    );
    const back = [...page.ids];
    for (; page.previous; back.unshift(...page.ids))
      page = await index.list(asked, { from: page.previous, backwards: true }, 100);
    expect(back).toEqual(seen);
  });
});
