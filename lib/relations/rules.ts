import { CLAIM_KINDS, type ClaimKind, readClaim } from '@/lib/manifest/claims';

/** What happens when two things occupy the same. */
export const CLASH_EFFECTS: Record<ClaimKind, { title: string; effect: string }> = {
  dest: {
    title: 'Same path',
    effect: 'Only one of them can own the file: installing the second stops before anything is written.',
  },
  command: { title: 'Same command', effect: 'The one that comes first on your PATH, or a function read later, runs.' },
  alias: { title: 'Same alias', effect: 'The one that is read later replaces the other.' },
  keys: { title: 'Same key binding', effect: 'The one that is read later replaces the other.' },
};

export type Occupied = { kind: ClaimKind; what: string; programs: string[] };

/** Claims as people read them: one thing with all the programs in which it applies, paths first. */
export function occupiedBy(claims: Iterable<string>): Occupied[] {
  const found = new Map<string, Occupied>();
  for (const claim of claims) {
    const { kind, program, what } = readClaim(claim);
    const key = `${kind}:${what}`;
    const known = found.get(key) ?? { kind, what, programs: [] };
    if (program) known.programs.push(program);
    found.set(key, known);
  }
  return [...found.values()].sort((a, b) => CLAIM_KINDS.indexOf(a.kind) - CLAIM_KINDS.indexOf(b.kind));
}

/** Whether two lists of systems leave none on which both modules can be installed. */
export const neverMeet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length > 0 && b.length > 0 && !a.some((os) => b.includes(os));

export type Evidence = { collections: number; bundles: number; people: number; stars: number };

/** Fewer people than this are never counted: what one or two of them like is theirs. */
export const FEWEST_PEOPLE = 3;

/**
 * How strongly two modules go together: (people + 2 · collections + 3 · bundles) / √(10 + stars of the other). The root
 * keeps what everybody likes from being everybody's neighbour; collections and bundles count once for each owner.
 */
export function togetherScore({ collections, bundles, people, stars }: Evidence): number {
  const counted = people >= FEWEST_PEOPLE ? people : 0;
  return (counted + 2 * collections + 3 * bundles) / Math.sqrt(10 + stars);
}
