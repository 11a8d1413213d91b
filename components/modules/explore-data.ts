import type { ModulePage } from '@/types/module';
import { type CardTuple, toCard } from './card-data';

export type FilterGroup = [key: string, title: string, values: [value: string, count: number][]];

/** What the explore page draws: cards as tuples, and of each facet as many values as the margin has room for. */
export type ExploreList = {
  cards: CardTuple[];
  groups: FilterGroup[];
  total: number;
  totalIsBound: boolean;
  nextCursor: string | null;
};

const GROUPS = [
  ['kind', 'Kind', 12],
  ['app', 'App', 10],
  ['os', 'System', 4],
  ['shell', 'Shell', 6],
  ['appearance', 'Appearance', 3],
  ['license', 'Licence', 6],
  ['tag', 'Tag', 12],
] as const;

function toGroups(facets: ModulePage['facets'], query: Record<string, string>): FilterGroup[] {
  return GROUPS.map(([key, title, most]): FilterGroup => {
    const values = facets[key].slice(0, most).map(({ value, count }): [string, number] => [value, count]);
    const chosen = query[key];
    if (chosen && !values.some(([value]) => value === chosen)) values.unshift([chosen, 0]);
    return [key, title, values];
  }).filter(([, , values]) => values.length > 0);
}

export function toExploreList(page: ModulePage, query: Record<string, string>): ExploreList {
  const { items, facets, total, totalIsBound, nextCursor } = page;
  return { cards: items.map(toCard), groups: toGroups(facets, query), total, totalIsBound, nextCursor };
}
