import { CliError, EXIT } from '../errors';
import type { Ref } from '../types';
import { satisfies } from './ranges';
import type { Failure, Want } from './resolve-failure';
import { type Needs, needsOf } from './resolve-needs';
import type { Candidate, Offers } from './resolve-offers';
import type { BundleChoice, ResolveOptions, Wish } from './resolve-types';

/** Honest registries need a few tries for each module; this many means that somebody built a maze. */
const MAX_TRIES = 50_000;

/** `conflicts` is null until another module made it matter. */
export type Taken = { candidate: Candidate; needs: Needs; conflicts: ReadonlySet<Ref> | null };
type Demand = { by: Ref | null; range: string };
/** Modules whose chosen version has a part in a dead end, and the modules for which nothing was left. */
type DeadEnd = { blame: Set<Ref>; failed: Set<Ref> };
type Refusal = Failure['refused'][number];
type Objection = { blame: Iterable<Ref>; refusal: Refusal | null };

/**
 * Depth-first, in the order in which modules come to be needed, each version newest first. A dead end jumps back to the nearest
 * module that has a part in it (conflict-directed backjumping), which finds the very answer that trying everything finds.
 */
export class Search {
  readonly taken = new Map<Ref, Taken>();
  readonly failures = new Map<Ref, Failure>();
  /** In the order in which the modules came to be needed. */
  private readonly demands = new Map<Ref, Demand[]>();
  private readonly roots: ReadonlyMap<Ref, BundleChoice>;
  private tries = 0;

  constructor(
    private readonly offers: Offers,
    private readonly options: ResolveOptions,
    wishes: readonly Wish[],
  ) {
    this.roots = new Map(wishes.map(({ ref, ...wish }) => [ref, wish]));
    for (const { ref, range } of wishes) this.demand(ref, { by: null, range });
    offers.foretell(this.roots.keys());
  }

  /** Null when everything that is needed was taken. */
  async run(): Promise<DeadEnd | null> {
    const ref = this.nextOpen();
    if (ref === null) return null;
    const demands = this.demands.get(ref) ?? [];
    const end: DeadEnd = { blame: new Set(askers(demands)), failed: new Set() };
    const refused: Refusal[] = [];
    for await (const candidate of this.offers.candidates(
      ref,
      demands.map(({ range }) => range),
    )) {
      this.countTry();
      const judged = outright(candidate, demands) ?? (await this.judge(ref, candidate));
      if ('ranges' in judged) {
        const below = await this.takeAndGoOn(ref, candidate, judged);
        if (below === null || !below.blame.delete(ref)) return below;
        merge(end.blame, below.blame);
        merge(end.failed, below.failed);
      } else {
        merge(end.blame, judged.blame);
        if (judged.refusal !== null) refused.push(judged.refusal);
      }
    }
    if (end.failed.size === 0 || refused.length > 0) {
      end.failed.add(ref);
      await this.remember(ref, demands, refused);
    }
    return end;
  }

  private nextOpen(): Ref | null {
    for (const ref of this.demands.keys()) if (!this.taken.has(ref)) return ref;
    return null;
  }

  private demand(ref: Ref, demand: Demand): void {
    const known = this.demands.get(ref);
    if (known === undefined) this.demands.set(ref, [demand]);
    else known.push(demand);
  }

  private withdraw(ref: Ref): void {
    const known = this.demands.get(ref);
    known?.pop();
    if (known?.length === 0) this.demands.delete(ref);
  }

  /** Takes a version, goes on with the rest, and puts everything back when that fails. */
  private async takeAndGoOn(ref: Ref, candidate: Candidate, needs: Needs): Promise<DeadEnd | null> {
    this.taken.set(ref, { candidate, needs, conflicts: null });
    for (const [other, range] of needs.ranges) this.demand(other, { by: ref, range });
    this.offers.foretell(needs.ranges.map(([other]) => other));
    const below = await this.run();
    if (below === null) return null;
    for (const [other] of [...needs.ranges].reverse()) this.withdraw(other);
    this.taken.delete(ref);
    return below;
  }

  private countTry(): void {
    this.tries += 1;
    if (this.tries > MAX_TRIES)
      throw new CliError(
        'too_many_choices',
        EXIT.incompatible,
        'These modules need more combinations than can be tried.',
        ['Ask for exact versions of some of them.'],
      );
  }

  /** What a version needs; or why it cannot be taken beside what is taken already, and whose choice that is. */
  private async judge(ref: Ref, candidate: Candidate): Promise<Needs | Objection> {
    const choice = this.roots.get(ref) ?? {};
    const needs = needsOf(ref, await this.offers.facts(ref, candidate, choice), choice, this.options);
    return this.unmet(ref, candidate, needs) ?? (await this.dispute(ref, candidate)) ?? needs;
  }

  private unmet(ref: Ref, candidate: Candidate, { ranges }: Needs): Objection | null {
    for (const [other, range] of ranges) {
      const has = other === ref ? candidate.version : this.taken.get(other)?.candidate.version;
      if (has === undefined || satisfies(has, range)) continue;
      return {
        blame: other === ref ? [] : [other],
        refusal: refusalOf(candidate, `needs ${other}@${range}, and ${has} is taken`),
      };
    }
    return null;
  }

  /** Two locked versions were judged when the lock was written, so an install from the lock asks nobody. */
  private async dispute(ref: Ref, candidate: Candidate): Promise<Objection | null> {
    const unknown: Promise<unknown>[] = [];
    let meets = false;
    for (const [other, taken] of this.taken) {
      if (candidate.locked !== null && taken.candidate.locked !== null) continue;
      meets = true;
      if (taken.conflicts === null) unknown.push(this.learnConflicts(other, taken));
    }
    if (!meets) return null;
    const [mine] = await Promise.all([this.offers.conflicts(ref, candidate.version), ...unknown]);
    for (const [other, taken] of this.taken) {
      if (candidate.locked !== null && taken.candidate.locked !== null) continue;
      if (!mine.has(other) && taken.conflicts?.has(ref) !== true) continue;
      const why = `does not go together with ${other} ${taken.candidate.version}`;
      return { blame: [other], refusal: refusalOf(candidate, why) };
    }
    return null;
  }

  private async learnConflicts(ref: Ref, taken: Taken): Promise<void> {
    taken.conflicts = await this.offers.conflicts(ref, taken.candidate.version);
  }

  private async remember(ref: Ref, demands: readonly Demand[], refused: readonly Refusal[]): Promise<void> {
    if (this.failures.has(ref)) return;
    const wants = demands.map(({ by, range }): Want => ({ range, by: this.chain(by) }));
    this.failures.set(ref, { ref, wants, offers: await this.offers.of(ref), refused });
  }

  /** From who asks back to what was asked for by name. */
  private chain(from: Ref | null): string[] {
    const names: string[] = [];
    const seen = new Set<Ref>();
    for (let at = from; at !== null && !seen.has(at); at = this.demands.get(at)?.[0]?.by ?? null) {
      seen.add(at);
      names.push(`${at} ${this.taken.get(at)?.candidate.version ?? ''}`.trim());
    }
    return names;
  }
}

/** Why a version cannot be taken whatever it needs: it lies outside of a range, was yanked, or is too young. */
function outright(candidate: Candidate, demands: readonly Demand[]): Objection | null {
  const outside = demands.find(({ range }) => !satisfies(candidate.version, range));
  if (outside !== undefined) return { blame: askers([outside]), refusal: null };
  if (candidate.refusal === null) return null;
  return { blame: [], refusal: { version: candidate.version, ...candidate.refusal } };
}

const refusalOf = ({ version }: Candidate, why: string): Refusal => ({ version, why, isYanked: false });
const askers = (demands: readonly Demand[]): Ref[] => demands.flatMap(({ by }) => (by === null ? [] : [by]));
function merge<T>(into: Set<T>, more: Iterable<T>): void {
  for (const one of more) into.add(one);
}
