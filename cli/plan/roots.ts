import type { Installed, Receipt, Ref } from '../types';

type Modules = Readonly<Record<Ref, Pick<Receipt, 'ref' | 'range' | 'dependencies'>>>;

function reachable(modules: Modules, from: Iterable<Ref>): Set<Ref> {
  const found = new Set<Ref>();
  const open = [...from];
  for (let ref = open.pop(); ref !== undefined; ref = open.pop()) {
    if (found.has(ref) || !Object.hasOwn(modules, ref)) continue;
    found.add(ref);
    open.push(...Object.keys(modules[ref]?.dependencies ?? {}));
  }
  return found;
}

/** Modules that were asked for by name. */
export const rootsOf = ({ modules }: Pick<Installed, 'modules'>): Receipt[] =>
  Object.values(modules).filter(({ range }) => range !== null);

/** Of modules that go: others that stay and need them, each with what it needs. */
export function neededBy(modules: Modules, going: ReadonlySet<Ref>): { ref: Ref; needs: Ref }[] {
  const staying = Object.values(modules).filter(({ ref }) => !going.has(ref));
  return staying.flatMap(({ ref, dependencies }) =>
    Object.keys(dependencies).flatMap((needs) => (going.has(needs) ? [{ ref, needs }] : [])),
  );
}

/** What goes with modules: those that are there only because of them, and that nobody who stays needs. */
export function withOrphans(modules: Modules, going: readonly Ref[]): Ref[] {
  const named = new Set(going);
  const roots = Object.values(modules).filter(({ ref, range }) => range !== null && !named.has(ref));
  const serving = reachable(
    modules,
    roots.map(({ ref }) => ref),
  );
  const below = [...reachable(modules, going)].filter((ref) => !serving.has(ref) && !named.has(ref));
  return [...going, ...below.sort()];
}
