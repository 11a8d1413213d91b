import { type HueStripData, toHueStrip } from '@/components/colors/hue-data';
import type { CollectionSummaryDto, HomeDto, ModuleDto, ModuleItemDto } from '@/types/module';
import { MODULE_KINDS, type ModuleKind } from '@/types/module-kind';
import { type CardTuple, toCard } from './card-data';
import { KIND_PICTURES } from './kind-pictures';
import { type PlanData, toPlan } from './plan-data';

/** What the home page draws. */
export type HomeData = {
  total: number;
  kinds: [kind: ModuleKind, count: number, picture: string][];
  featured: CardTuple[];
  trending: CardTuple[];
  themes: HueStripData;
  fresh: CardTuple[];
  updated: CardTuple[];
  collections: CollectionSummaryDto[];
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
  const trending = varied(without(home.trending, home.featured), 6);
  const above = [...home.featured, ...trending];
  const fresh = varied(without(home.fresh, above), 4);
  const updated = varied(without(home.updated, [...above, ...fresh]), 4);
  const counts = new Map(home.kinds.map(({ value, count }) => [value, count]));
  return {
    total: home.total,
    kinds: MODULE_KINDS.map((kind) => [kind, counts.get(kind) ?? 0, KIND_PICTURES[kind]]),
    featured: home.featured.map(toCard),
    trending: trending.map(toCard),
    themes: toHueStrip(home.themes),
    fresh: fresh.map(toCard),
    updated: updated.map(toCard),
    collections: home.collections,
    example: example && { ...toPlan(example), title: example.title },
  };
}
