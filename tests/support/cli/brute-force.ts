import { satisfies as semverSatisfies } from 'semver';
import type { Wish } from '@/cli/plan/resolve';

import type { Catalogue } from './memory-source';

type Assignment = Map<string, string>;

/** Whether a set of versions is an answer, said without any search: wishes and needs met, nobody in dispute. */
export function isAnswer(modules: Catalogue, wishes: readonly Wish[], chosen: Assignment): boolean {
  const meets = (ref: string, range: string) => {
    const version = chosen.get(ref);
    return version !== undefined && semverSatisfies(version, range);
  };
  if (!wishes.every(({ ref, range }) => meets(ref, range))) return false;
  return [...chosen].every(([ref, version]) => {
    const published = modules[ref]?.[version];
    if (published === undefined || typeof published.yanked === 'string') return false;
    const dependencies = Object.entries(published.dependencies ?? {});
    return (
      dependencies.every(([other, range]) => meets(other, range)) &&
      !published.conflicts?.some((other) => other !== ref && chosen.has(other))
    );
  });
}

/** Every set of versions, each module left out or in one version. */
function* assignments(modules: Catalogue): Generator<Assignment> {
  const refs = Object.keys(modules);
  function* from(at: number, chosen: Assignment): Generator<Assignment> {
    const ref = refs[at];
    if (ref === undefined) {
      yield chosen;
      return;
    }
    yield* from(at + 1, chosen);
    for (const version of Object.keys(modules[ref] ?? {})) yield* from(at + 1, new Map([...chosen, [ref, version]]));
  }
  yield* from(0, new Map());
}

/** Whether there is any answer at all. */
export function hasAnswer(modules: Catalogue, wishes: readonly Wish[]): boolean {
  for (const chosen of assignments(modules)) if (isAnswer(modules, wishes, chosen)) return true;
  return false;
}
