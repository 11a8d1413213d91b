import { NODE_HEIGHT, NODE_WIDTH } from '@/lib/relations/layout';
import type { GraphDto, GraphEdgeDto, GraphNodeDto } from '@/types/relations';

/** Characters of the mono face that fit into a node. */
const FITS = 24;
const cutToFit = (text: string) => (text.length > FITS ? `${text.slice(0, FITS - 1)}…` : text);

function Node({ node: { ref: name, role, note, x, y } }: { node: GraphNodeDto }) {
  const box = (
    <g className="gn" data-role={role} transform={`translate(${x - NODE_WIDTH / 2} ${y - NODE_HEIGHT / 2})`}>
      <title>{name}</title>
      <rect width={NODE_WIDTH} height={NODE_HEIGHT} rx="4" />
      <text x="10" y="19">
        {cutToFit(name)}
      </text>
      <text x="10" y="36">
        {cutToFit(note)}
      </text>
    </g>
  );
  if (role === 'self' || role === 'absent') return box;
  return (
    <a href={`/${name}`} tabIndex={-1}>
      {box}
    </a>
  );
}

/** A smooth line through the points of an edge. */
function path({ points }: GraphEdgeDto): string {
  const [first, ...rest] = points;
  if (!first) return '';
  const last = rest.at(-1) ?? first;
  const middle = (first[0] + last[0]) / 2;
  if (rest.length <= 2) return `M${first.join(' ')}C${middle} ${first[1]} ${middle} ${last[1]} ${last.join(' ')}`;
  return `M${first.join(' ')}L${rest.map((point) => point.join(' ')).join('L')}`;
}

/** Who needs whom, from left to right. The list beside it says the same in words, so that it is hidden from screen readers. */
export function GraphDrawing({ graph }: { graph: GraphDto }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="graph" aria-label="Drawing of the same" tabIndex={0}>
      <svg
        width={graph.width}
        height={graph.height}
        viewBox={`0 0 ${graph.width} ${graph.height}`}
        aria-hidden="true"
        focusable="false"
      >
        <defs>
          <marker id="needs" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
            <path d="M0 0L8 4L0 8z" />
          </marker>
        </defs>
        {graph.edges.map((edge) => (
          <path key={`${edge.from} ${edge.to}`} d={path(edge)} markerEnd="url(#needs)" />
        ))}
        {graph.nodes.map((node) => (
          <Node key={node.ref} node={node} />
        ))}
      </svg>
    </section>
  );
}
