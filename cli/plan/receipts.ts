import { claimsOf } from '@/lib/manifest/claims';
import type { Installed, ManagedWrite, ReadyModule, Receipt, Ref } from '../types';
import { isPart, type Planning } from './planning';

/** What a module needs by range: its dependencies, and those members of a bundle that were taken. */
function needsOf({ manifest }: ReadyModule, isThere: (ref: Ref) => boolean): Record<Ref, string> {
  const members = manifest.kind === 'bundle' ? manifest.bundle.modules : [];
  const needed = members.filter(({ ref }) => isThere(ref));
  return { ...Object.fromEntries(needed.map(({ ref, range }) => [ref, range])), ...manifest.dependencies };
}

function receiptOf(module: ReadyModule, writes: ManagedWrite[], isThere: (ref: Ref) => boolean): Receipt {
  const { ref, version, integrity, manifest, range, capabilities, storeFolder } = module;
  return {
    ref,
    version,
    integrity,
    kind: manifest.kind,
    title: manifest.title,
    range,
    dependencies: needsOf(module, isThere),
    capabilities,
    claims: claimsOf(manifest),
    hooks: { ...manifest.hooks },
    storeFolder,
    writes,
  };
}

/** What is installed when the plan is done. */
export function installedAfter(
  planning: Planning,
  before: Installed,
  next: readonly ReadyModule[],
  leaving: ReadonlySet<Ref>,
  folders: string[],
): Installed {
  const parts = [...planning.writes.filter(isPart).map(({ path }) => path), ...planning.guestParts.keys()];
  const holding = new Set(parts);
  const shared = [...planning.shared].filter(([path]) => holding.has(path));
  const staying = Object.entries(before.modules).filter(([ref]) => !leaving.has(ref));
  const refs = new Set([...staying.map(([ref]) => ref), ...next.map(({ ref }) => ref)]);
  const writes = new Map<Ref, ManagedWrite[]>();
  for (const { ref, at: _, ...write } of planning.writes.toSorted((a, b) => a.at - b.at)) {
    const own = writes.get(ref);
    if (own === undefined) writes.set(ref, [write]);
    else own.push(write);
  }
  const fresh = next.map((module) => receiptOf(module, writes.get(module.ref) ?? [], (ref) => refs.has(ref)));
  const modules = new Map([...staying, ...fresh.map((receipt): [Ref, Receipt] => [receipt.ref, receipt])]);
  return {
    formatVersion: 1,
    modules: Object.fromEntries([...modules].sort(([a], [b]) => (a < b ? -1 : 1))),
    shared: Object.fromEntries(shared.sort(([a], [b]) => (a < b ? -1 : 1))),
    folders,
  };
}
