import { readClaim } from '@/lib/manifest/claims';
import type { OwnCheckDto, OwnMatchDto } from '@/types/relations';
import type { OwnList } from './own-list';
import { occupiedBy } from './rules';

type OtherModule = { ref: string; claims: string[] | null };

/** The claims of a module that a list of one's own, or the modules in it, have already. */
export function checkAgainst(self: string, claims: string[], list: OwnList, others: OtherModule[]): OwnCheckDto {
  const mine = new Set(claims);
  const byChord = new Map<string, string[]>();
  for (const claim of claims) {
    const { kind, what } = readClaim(claim);
    if (kind === 'keys') byChord.set(what, [...(byChord.get(what) ?? []), claim]);
  }
  const taken = new Set<string>();
  const clashes: OwnMatchDto[] = [];
  for (const { line, text, claims: wanted, chord } of list.entries) {
    const hits = chord === undefined ? wanted.filter((claim) => mine.has(claim)) : (byChord.get(chord) ?? []);
    for (const hit of hits) taken.add(hit);
    for (const shared of occupiedBy(hits)) clashes.push({ line, text, ...shared });
  }
  const modules = others.map(({ ref, claims: held }): OwnCheckDto['modules'][number] => {
    if (ref === self) return { ref, state: 'same', shared: [] };
    if (held === null) return { ref, state: 'absent', shared: [] };
    const hits = held.filter((claim) => mine.has(claim));
    for (const hit of hits) taken.add(hit);
    return { ref, state: hits.length > 0 ? 'clash' : 'free', shared: hits };
  });
  return {
    clashes,
    modules,
    free: occupiedBy(claims.filter((claim) => !taken.has(claim))),
    unread: list.unread,
    understood: list.entries.length + list.refs.length,
    leftOut: list.leftOut,
  };
}

/** What several modules would occupy together more than once: the thing, and whose it is. */
export function clashesAmong(modules: { ref: string; claims: string[] }[]) {
  const holders = new Map<string, string[]>();
  for (const { ref, claims } of modules)
    for (const claim of claims) holders.set(claim, [...(holders.get(claim) ?? []), ref]);
  const contested = [...holders].filter(([, refs]) => refs.length > 1).map(([claim]) => claim);
  return occupiedBy(contested).map((thing) => ({
    ...thing,
    refs: holders.get(claimOf(thing)) ?? [],
  }));
}

const claimOf = ({ kind, what, programs }: { kind: string; what: string; programs: string[] }) =>
  programs[0] ? `${kind}:${programs[0]} ${what}` : `${kind}:${what}`;
