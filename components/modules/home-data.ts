import type { HomeDto, ModuleDto, ModuleItemDto } from '@/types/module';
import { type CardTuple, toCard } from './card-data';
import { type PlanData, toPlan } from './plan-data';

/** What the home page draws. */
export type HomeData = {
  total: number;
  kinds: [kind: string, count: number][];
  trending: CardTuple[];
  themes: CardTuple[];
  fresh: CardTuple[];
  updated: CardTuple[];
  example: (PlanData & { title: string }) | null;
};

/** A shelf shows nothing that stands above it already. */
function without(items: ModuleItemDto[], shown: ModuleItemDto[]): ModuleItemDto[] {
  const known = new Set(shown.map(({ namespace, name }) => `${namespace}/${name}`));
  return items.filter(({ namespace, name }) => !known.has(`${namespace}/${name}`));
}

const SAME_KIND = 2;

/** The first `count` of a list with at most two of a kind, so that a shelf shows what there is; the rest fills up if need be. */
function varied(items: ModuleItemDto[], count: number): ModuleItemDto[] {
  const seen = new Map<string, number>();
  const first: ModuleItemDto[] = [];
  const rest: ModuleItemDto[] = [];
  for (const item of items) {
    const times = seen.get(item.kind) ?? 0;
    seen.set(item.kind, times + 1);
    (times < SAME_KIND ? first : rest).push(item);
  }
  return [...first, ...rest].slice(0, count);
}

export function toHomeData(home: HomeDto, example: ModuleDto | null): HomeData {
  const trending = varied(home.trending, 6);
  const fresh = varied(without(home.fresh, trending), 3);
  const updated = varied(without(home.updated, [...trending, ...fresh]), 3);
  return {
    total: home.total,
    kinds: home.kinds.map(({ value, count }) => [value, count]),
    trending: trending.map(toCard),
    themes: home.themes.slice(0, 8).map(toCard),
    fresh: fresh.map(toCard),
    updated: updated.map(toCard),
    example: example && { ...toPlan(example), title: example.title },
  };
}
