import type { ModulePage } from '@/types/module';
import { type CardTuple, toCard } from './card-data';

/**
 * One facet: its values, percent-encoded, each before its count (`git 417 tmux 232`). A listing sends eighty of them twice, as
 * links and as data, and this is what a compressed answer repeats most cheaply.
 */
export type FilterGroup = [key: string, counts: string];

/** What the explore page draws: cards as tuples, and of each facet as many values as people look through. */
export type ExploreList = {
  cards: CardTuple[];
  groups: FilterGroup[];
  total: number;
  totalIsBound?: boolean;
  previousCursor?: string;
  nextCursor?: string;
  spelling?: string;
  looser?: [without: string, total: number][];
};

/** How many values of a facet travel; beyond `FOLDED_FROM` they lie folded. */
const MOST = { kind: 12, app: 16, os: 4, shell: 6, appearance: 3, capability: 4, license: 8, tag: 16 } as const;

function toGroups({ facets, total }: ModulePage, query: Record<string, string>): FilterGroup[] {
  return (Object.keys(MOST) as (keyof typeof MOST)[])
    .map((key): FilterGroup => {
      const values = (facets[key] ?? []).map(({ value, count }): [string, number] => [value, count]);
      const shown = values.slice(0, MOST[key]);
      const chosen = query[key];
      if (chosen && !shown.some(([value]) => value === chosen))
        shown.unshift(values.find(([value]) => value === chosen) ?? [chosen, total]);
      return [key, shown.map(([value, count]) => `${encodeURIComponent(value)} ${count}`).join(' ')];
    })
    .filter(([, counts]) => counts !== '');
}

export function toExploreList(page: ModulePage, query: Record<string, string>): ExploreList {
  const { items, total, totalIsBound, previousCursor, nextCursor, spelling, looser } = page;
  return {
    cards: items.map(toCard),
    groups: toGroups(page, query),
    total,
    ...(totalIsBound ? { totalIsBound } : {}),
    ...(previousCursor ? { previousCursor } : {}),
    ...(nextCursor ? { nextCursor } : {}),
    ...(spelling ? { spelling } : {}),
    ...(looser?.length ? { looser: looser.map(({ without, total }) => [without, total]) } : {}),
  };
}
