import type { GraphDto, GraphNodeDto } from '@/types/relations';

/** Size of a drawn node; its text is cut to fit. */
export const NODE_WIDTH = 190;
export const NODE_HEIGHT = 46;

type Sketch = { nodes: Omit<GraphNodeDto, 'x' | 'y'>[]; edges: { from: string; to: string }[]; leftOut: number };

/** Places nodes in columns, dependents on the left, so that every line reads from who needs to what is needed. */
export async function layoutGraph({ nodes, edges, leftOut }: Sketch): Promise<GraphDto> {
  // Loaded only where a graph is drawn.
  const { Graph, layout } = await import('@dagrejs/dagre');
  const graph = new Graph({ directed: true });
  graph.setGraph({ rankdir: 'LR', nodesep: 14, ranksep: 56, marginx: 2, marginy: 2 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { ref } of nodes) graph.setNode(ref, { width: NODE_WIDTH, height: NODE_HEIGHT });
  for (const { from, to } of edges) graph.setEdge(from, to);
  layout(graph);
  const size = graph.graph() as { width?: number; height?: number };
  const round = (value: number | undefined) => Math.round(value ?? 0);
  return {
    width: round(size.width),
    height: round(size.height),
    nodes: nodes.map((node) => {
      const { x, y } = graph.node(node.ref) as { x: number; y: number };
      return { ...node, x: round(x), y: round(y) };
    }),
    edges: edges.map(({ from, to }) => {
      const { points = [] } = graph.edge(from, to) as { points?: { x: number; y: number }[] };
      return { from, to, points: points.map(({ x, y }): [number, number] => [round(x), round(y)]) };
    }),
    leftOut,
  };
}
