import { converter } from 'culori';

/** Edge of a cell, in units of DIN99o: about one step that an eye would notice in a side-by-side look. */
const EDGE = 4;
/** Farthest from grey that a colour of a screen lies in DIN99o, rounded up. */
const MOST_CHROMA = 56;

const toLab = converter('dlab');
export type LabPoint = readonly [lightness: number, a: number, b: number];

/** A `#rrggbb` colour in DIN99o, the Lab space in which plain distance follows CIEDE2000 best (G. Cui et al., 2002). */
export function labOf(hex: string): LabPoint {
  const lab = toLab(hex);
  return lab ? [lab.l, lab.a, lab.b] : [0, 0, 0];
}

const indexOf = (value: number) => Math.floor(value / EDGE);
const nameOf = (cell: readonly number[]) => cell.join('.');

/** The cell of the grid that a colour lies in. */
export const cellOf = (hex: string): string => nameOf(labOf(hex).map(indexOf));

function distanceTo(point: LabPoint, cell: readonly number[]): number {
  const gaps = cell.map((index, axis) => {
    const at = point[axis] ?? 0;
    return Math.max(index * EDGE - at, 0, at - (index + 1) * EDGE);
  });
  return Math.hypot(...gaps);
}

const isOnScreen = ([light = 0, a = 0, b = 0]: readonly number[]) =>
  light >= 0 && light <= indexOf(100) && Math.hypot(a, b) * EDGE <= MOST_CHROMA + EDGE;

/** Every cell with a point nearer than `radius`, nearest first: colours in cells that come later are no nearer than `distance` says. */
export function cellsAround(hex: string, radius: number): { cell: string; distance: number }[] {
  const point = labOf(hex);
  const [low, high] = [point.map((value) => indexOf(value - radius)), point.map((value) => indexOf(value + radius))];
  const found: { cell: string; distance: number }[] = [];
  const span = (axis: 0 | 1 | 2) =>
    Array.from({ length: (high[axis] ?? 0) - (low[axis] ?? 0) + 1 }, (_, step) => (low[axis] ?? 0) + step);
  for (const light of span(0))
    for (const a of span(1))
      for (const b of span(2)) {
        const cell = [light, a, b];
        const distance = distanceTo(point, cell);
        if (distance < radius && isOnScreen(cell)) found.push({ cell: nameOf(cell), distance });
      }
  return found.sort((one, other) => one.distance - other.distance);
}
