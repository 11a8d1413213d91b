import type { DependencyDto, GraphDto, GraphNodeDto, RelatedDto } from '@/types/relations';
import { layoutGraph } from './layout';
import { refOf } from './related';

/** Dependents that are drawn; the list beside names more. */
const DRAWN_DEPENDENTS = 12;

type Node = Omit<GraphNodeDto, 'x' | 'y'>;
type Relatives = {
  self: string;
  version: string;
  dependencies: DependencyDto[];
  dependents: RelatedDto[];
  leftOut: number;
};

const noteOf = ({ state, range, resolved }: DependencyDto) =>
  state === 'found'
    ? `${range} → ${resolved ?? ''}`
    : state === 'absent'
      ? `${range}, not public`
      : `${range}, none fits`;

/** The nodes and lines of a module's neighbourhood; null when it stands alone. */
export async function drawGraph({
  self,
  version,
  dependencies,
  dependents,
  leftOut,
}: Relatives): Promise<GraphDto | null> {
  if (dependencies.length + dependents.length === 0) return null;
  const nodes = new Map<string, Node>([[self, { ref: self, role: 'self', note: version }]]);
  const edges = new Map<string, { from: string; to: string }>();
  const join = (from: string, to: string) => from !== to && edges.set(`${from} ${to}`, { from, to });
  for (const dependency of dependencies) {
    const role = dependency.state === 'absent' ? 'absent' : 'dependency';
    if (!nodes.has(dependency.ref)) nodes.set(dependency.ref, { ref: dependency.ref, role, note: noteOf(dependency) });
    join(dependency.by, dependency.ref);
  }
  for (const dependent of dependents.slice(0, DRAWN_DEPENDENTS)) {
    const ref = refOf(dependent);
    if (!nodes.has(ref)) nodes.set(ref, { ref, role: 'dependent', note: dependent.version });
    join(ref, self);
  }
  const undrawn = Math.max(0, dependents.length - DRAWN_DEPENDENTS);
  return layoutGraph({ nodes: [...nodes.values()], edges: [...edges.values()], leftOut: leftOut + undrawn });
}
