import { claimsOf, dependsOn, readClaim } from '@/lib/manifest/claims';
import type { Clash, Installed, ReadyModule, Receipt, Ref } from '../types';

type Party = { ref: Ref; claims: readonly string[]; needs: readonly Ref[] };

const partyOf = ({ ref, manifest }: ReadyModule): Party => ({
  ref,
  claims: claimsOf(manifest),
  needs: dependsOn(manifest),
});
const partyOfReceipt = ({ ref, claims, dependencies }: Receipt): Party => ({
  ref,
  claims,
  needs: Object.keys(dependencies),
});

/** One line for each name, with the programs in which it is taken twice. */
function clashesOf(shared: readonly string[], other: Ref): Clash[] {
  const clashes = new Map<string, Clash>();
  for (const claim of shared) {
    const { kind, program, what } = readClaim(claim);
    if (kind === 'dest') continue;
    const clash = clashes.get(`${kind} ${what}`) ?? { kind, what, programs: [], with: other };
    if (program !== '') clash.programs.push(program);
    clashes.set(`${kind} ${what}`, clash);
  }
  return [...clashes.values()];
}

/**
 * Aliases, keys and commands that what comes has in common with what is there, or with another that comes. A module and what it
 * depends on do not clash, and what clashed before the plan is no news.
 */
export function findClashes(installed: Installed, next: readonly ReadyModule[], leaving: ReadonlySet<Ref>): Clash[] {
  const coming = new Set(next.map(({ ref }) => ref));
  const receipts = Object.values(installed.modules);
  const parties = receipts.filter(({ ref }) => !coming.has(ref) && !leaving.has(ref)).map(partyOfReceipt);
  const clashes: Clash[] = [];
  for (const module of next) {
    const party = partyOf(module);
    const known = new Set(installed.modules[module.ref]?.claims);
    const claims = new Set(party.claims);
    for (const other of parties) {
      if (party.needs.includes(other.ref) || other.needs.includes(party.ref)) continue;
      const theirs = new Set(installed.modules[other.ref]?.claims);
      const shared = other.claims.filter((claim) => claims.has(claim) && !(known.has(claim) && theirs.has(claim)));
      clashes.push(...clashesOf(shared, other.ref));
    }
    parties.push(party);
  }
  return clashes;
}
