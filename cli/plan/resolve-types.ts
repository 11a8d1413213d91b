import type { OperatingSystem } from '@/types/module';

import type { Integrity, Lock, Ref, VariableValue } from '../types';

/** Which modules of a bundle are taken: those of a profile, else all, or all that are not optional. */
export type BundleChoice = { profile?: string | null; withOptional?: boolean };

/** A module that somebody asked for by name. Without a range it is `*`. */
export type Wish = { ref: Ref; range: string } & BundleChoice;

/** One published version. `yanked` is the reason, where it was yanked. Times are UTC ISO-8601. */
export type Offer = { version: string; publishedAt: string; yanked: string | null };

export type Member = { ref: Ref; range: string; optional?: boolean; variables?: Record<string, VariableValue> };
export type Profile = { name: string; when?: { os?: OperatingSystem[]; arch?: string[] }; modules: Ref[] };

/** What a version needs. `bundle` is null for every other kind. */
export type Facts = {
  dependencies: Record<Ref, string>;
  bundle: { modules: readonly Member[]; profiles: readonly Profile[] } | null;
};

/** Where versions are looked up. Each is asked at most once for each module or version of one resolution. */
export type ModuleSource = {
  /** Every published version, in any order; null when there is no such module, or the caller may not see it. */
  offers: (ref: Ref) => Promise<readonly Offer[] | null>;
  facts: (ref: Ref, version: string) => Promise<Facts>;
  /** Modules that a version declares not to go together with. Asked only where two modules meet. */
  conflicts: (ref: Ref, version: string) => Promise<readonly Ref[]>;
};

export type ResolveOptions = {
  lock: Lock | null;
  /** Versions younger than so many hours are not taken, unless the lock holds them. */
  minimumAgeHours: number;
  /** Milliseconds since 1970. */
  now: number;
  os: OperatingSystem;
  arch: string;
};

/** One version of the answer. */
export type Chosen = {
  ref: Ref;
  version: string;
  /** As the lock has it; null for a version that the lock does not hold. */
  integrity: Integrity | null;
  /** What was asked for; null when it is there only because others need it. */
  range: string | null;
  /** A bundle's modules count as its dependencies, those that were taken. */
  dependencies: Record<Ref, string>;
  /** What bundles set for it. */
  variables: Record<string, VariableValue>;
};
