import type { HomeDto, ModuleDto } from '@/types/module';
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

export function toHomeData(home: HomeDto, example: ModuleDto | null): HomeData {
  return {
    total: home.total,
    kinds: home.kinds.map(({ value, count }) => [value, count]),
    trending: home.trending.slice(0, 6).map(toCard),
    themes: home.themes.slice(0, 8).map(toCard),
    fresh: home.fresh.slice(0, 3).map(toCard),
    updated: home.updated.slice(0, 3).map(toCard),
    example: example && { ...toPlan(example), title: example.title },
  };
}
