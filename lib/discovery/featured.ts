import type { ModuleItemDto } from '@/types/module';

/** Modules that an operator puts first, as `@namespace/name`. The rule fills the rest. */
export const HAND_PICKED: readonly string[] = [];

export type Candidate = { item: ModuleItemDto; warnings: number; hasReadme: boolean };

const WEEK_MS = 7 * 24 * 3600 * 1000;
const FEATURED = 4;

/** Weeks since 1970 began, counted from a Monday: what the rotation goes by. */
export const weekOf = (now: Date): number => Math.floor((now.getTime() + 3 * 24 * 3600 * 1000) / WEEK_MS);

/** FNV-1a: the same order for everybody in one week, another one in the next. */
function lot(text: string): number {
  let hash = 0x811c9dc5;
  for (const sign of text) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash;
}

const refOf = ({ namespace, name }: ModuleItemDto) => `@${namespace}/${name}`;

/** A card that shows the thing itself, not merely the paths that are written. */
const hasPicture = ({ preview }: ModuleItemDto) => preview.shape !== 'chips' || preview.label !== 'writes';

const isWorthy = ({ item, warnings, hasReadme }: Candidate) => warnings === 0 && hasReadme && hasPicture(item);

/**
 * What the home page features, of the modules that trend: first what was picked by hand, then those that were verified without
 * a warning, have a readme and a picture. They take turns by the week; a kind and an author appear once.
 */
export function featured(
  candidates: Candidate[],
  week: number,
  picked: readonly string[] = HAND_PICKED,
): ModuleItemDto[] {
  const place = new Map(picked.map((ref, index) => [ref, index - picked.length]));
  const turns = candidates
    .filter((candidate) => place.has(refOf(candidate.item)) || isWorthy(candidate))
    .map(({ item }) => ({ item, turn: place.get(refOf(item)) ?? lot(`${week} ${refOf(item)}`) }))
    .sort((one, other) => one.turn - other.turn);
  const taken = new Set<string>();
  return turns
    .filter(({ item, turn }) => {
      const marks = [item.kind, `@${item.namespace}`];
      if (turn >= 0 && marks.some((mark) => taken.has(mark))) return false;
      for (const mark of marks) taken.add(mark);
      return true;
    })
    .slice(0, FEATURED)
    .map(({ item }) => item);
}
