import type { Ref, VariableValue } from '../types';
import { explain, type Failure } from './resolve-failure';
import { Offers } from './resolve-offers';
import { Search, type Taken } from './resolve-search';
import type { Chosen, ModuleSource, ResolveOptions, Wish } from './resolve-types';

export type { Chosen, Facts, ModuleSource, Offer, ResolveOptions, Wish } from './resolve-types';

/** Each module after those that it needs; where they need each other in a circle, by name. */
function inOrder(taken: ReadonlyMap<Ref, Taken>): Ref[] {
  const order = new Set<Ref>();
  const entered = new Set<Ref>();
  const visit = (ref: Ref): void => {
    if (entered.has(ref)) return;
    entered.add(ref);
    for (const [other] of [...(taken.get(ref)?.needs.ranges ?? [])].sort(([a], [b]) => (a < b ? -1 : 1))) visit(other);
    order.add(ref);
  };
  for (const ref of [...taken.keys()].sort()) visit(ref);
  return [...order];
}

/** What bundles set for each module. */
function variablesOf(taken: ReadonlyMap<Ref, Taken>): Map<Ref, Record<string, VariableValue>> {
  const all = new Map<Ref, Record<string, VariableValue>>();
  for (const { needs } of taken.values())
    for (const [ref, variables] of needs.variables) all.set(ref, { ...all.get(ref), ...variables });
  return all;
}

/**
 * One version for each module that is needed, so that every range is met: the lock's version where it fits, else the newest.
 * Prereleases are taken only where a range names them; yanked and too young versions only from the lock. Modules that declare a
 * conflict are never taken together. The answer has each module after those that it needs.
 *
 * @throws CliError not_found (1), unresolvable, profile_elsewhere, too_many_choices (5), yanked (6), unknown_profile (64),
 * and what the source throws
 */
export async function resolve(
  wishes: readonly Wish[],
  source: ModuleSource,
  options: ResolveOptions,
): Promise<Chosen[]> {
  const offers = new Offers(source, options);
  const search = new Search(offers, options, wishes);
  const end = await search.run();
  if (end !== null) {
    const known = [...end.failed].map((ref) => search.failures.get(ref));
    throw explain(known.filter((failure): failure is Failure => failure !== undefined));
  }
  const asked = new Map<Ref, string>();
  for (const { ref, range } of wishes) if (asked.get(ref) === undefined || range !== '*') asked.set(ref, range);
  const variables = variablesOf(search.taken);
  return inOrder(search.taken).flatMap((ref) => {
    const taken = search.taken.get(ref);
    if (taken === undefined) return [];
    return {
      ref,
      version: taken.candidate.version,
      integrity: taken.candidate.locked?.integrity ?? null,
      range: asked.get(ref) ?? null,
      dependencies: Object.fromEntries(taken.needs.ranges),
      variables: variables.get(ref) ?? {},
    };
  });
}
