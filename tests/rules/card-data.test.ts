import { describe, expect, it } from 'vitest';
import { toCard } from '@/components/modules/card-data';
import { toExploreList } from '@/components/modules/explore-data';
import type { ModuleItemDto, ModulePage } from '@/types/module';

const HOUR_MS = 3_600_000;

const itemFrom = (updatedAt: string): ModuleItemDto => ({
  namespace: 'ada',
  name: 'quiet-prompt',
  title: 'Quiet prompt',
  summary: 'A prompt that says little.',
  kind: 'prompt',
  version: '1.2.3',
  license: 'MIT',
  keywords: [],
  downloads: 12,
  stars: 3,
  rating: { average: 0, count: 0 },
  publishedAt: '2026-01-01T00:00:00.000Z',
  updatedAt,
  preview: { shape: 'ansi', ansi: '$' },
});

describe('the time on a card', () => {
  it('is told to the minute while minutes and hours are told to people', () => {
    const at = new Date(Date.now() - 5 * HOUR_MS).toISOString();
    expect(toCard(itemFrom(at))).toContain(`${at.slice(0, 16)}Z`);
  });
  it('is a day from then on', () => {
    const at = new Date(Date.now() - 15 * 24 * HOUR_MS).toISOString();
    expect(toCard(itemFrom(at))).toContain(at.slice(0, 10));
  });
});

describe('the filters of a listing', () => {
  const none = { kind: [], app: [], os: [], shell: [], license: [], appearance: [], tag: [], capability: [] };
  const page = (facets: Partial<ModulePage['facets']>): ModulePage => ({
    items: [],
    nextCursor: null,
    previousCursor: null,
    total: 9,
    totalIsBound: false,
    facets: { ...none, ...facets },
  });

  it('carry each value before its count, whatever signs the value has', () => {
    const { groups } = toExploreList(
      page({
        license: [
          { value: 'MIT OR Apache-2.0', count: 7 },
          { value: 'a=b&c', count: 2 },
        ],
      }),
      {},
    );
    expect(groups).toEqual([['license', 'MIT%20OR%20Apache-2.0 7 a%3Db%26c 2']]);
  });
  it('show the chosen value even where the list of values does not reach it', () => {
    const { groups } = toExploreList(page({ tag: [] }), { tag: 'zsh' });
    expect(groups).toEqual([['tag', 'zsh 9']]);
  });
});
