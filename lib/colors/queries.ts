import 'server-only';
import mongoose from 'mongoose';
import { z } from 'zod';
import { cached, catalogueGeneration } from '@/lib/infra/cache';
import { cacheKeys } from '@/lib/infra/cache-keys';
import { withDatabase } from '@/lib/infra/mongo';
import { ITEM_PROJECTION, type ItemFields, itemSchema, toItemDto } from '@/lib/modules/item';
import { cellsAround } from '@/lib/utils/color-cells';
import type { ModuleDocument } from '@/models/module';
import { ModuleModel } from '@/models/module-kinds';
import type { ModuleItemDto } from '@/types/module';
import { type ColorMatch, nearestColor } from './nearest';
import { type ColorQuery, colorQuerySchema } from './schema';

/** How far off a colour may be and still be offered. */
export const MOST_DELTA_E = 14;
const RESULTS = 48;
/** DIN99o reaches at least this share of CIEDE2000's distances (0.35 over 400,000 pairs; under 0.45 once in ten thousand). */
const SURE_SHARE = 0.35;
const RADIUS = 32;
const FIRST_CELLS = 27;
const NEXT_CELLS = 150;
const ROWS_A_READ = 400;
const MOST_ROWS = 2000;

type Row = ItemFields & Pick<ModuleDocument, 'facets' | 'colors'> & { _id: mongoose.Types.ObjectId };
export type ColorHit = { module: ModuleItemDto; match: ColorMatch };

const hitsSchema = z.array(
  z.object({
    module: itemSchema,
    match: z.object({
      variant: z.string(),
      place: z.string(),
      hex: z.string(),
      deltaE: z.number(),
      contrast: z.number(),
      dark: z.boolean(),
    }),
  }),
);

const readCells = (cells: string[]) =>
  ModuleModel.find(
    { 'colors.cells': mongoose.trusted({ $in: cells }) },
    { ...ITEM_PROJECTION, facets: 1, 'colors.variants': 1 },
  )
    .sort({ 'rank.trending': -1, _id: -1 })
    .hint({ 'colors.cells': 1, 'rank.trending': -1, _id: -1 })
    .limit(ROWS_A_READ)
    .lean<Row[]>();

/** The cells to read one after the other: few and near ones first, then wider and wider rings. */
function ringsAround(color: string): { cells: string[]; beyond: number }[] {
  const cells = cellsAround(color, RADIUS);
  const rings: { cells: string[]; beyond: number }[] = [];
  for (let at = 0, size = FIRST_CELLS; at < cells.length; at += size, size = NEXT_CELLS) {
    const ring = cells.slice(at, at + size);
    rings.push({ cells: ring.map(({ cell }) => cell), beyond: cells[at + size]?.distance ?? RADIUS });
  }
  return rings;
}

const MARKS = { any: '', background: 'b', foreground: 'f', accent: 'a' } as const;

async function search(query: z.output<typeof colorQuerySchema>): Promise<ColorHit[]> {
  const hits: ColorHit[] = [];
  const seen = new Set<string>();
  for (const { cells, beyond } of ringsAround(query.color)) {
    for (const row of await readCells(cells.map((cell) => MARKS[query.part] + cell))) {
      if (seen.has(String(row._id)) || !row.colors) continue;
      seen.add(String(row._id));
      if (query.app && !row.facets.includes(`app:${query.app}`)) continue;
      const match = nearestColor(row.colors, query);
      if (match && match.deltaE <= MOST_DELTA_E) hits.push({ module: toItemDto(row), match });
    }
    hits.sort((one, other) => one.match.deltaE - other.match.deltaE);
    const last = hits[RESULTS - 1];
    if (seen.size >= MOST_ROWS || (last && last.match.deltaE <= beyond * SURE_SHARE)) break;
  }
  return hits.slice(0, RESULTS);
}

/**
 * The public themes nearest to a colour by CIEDE2000, nearest first. Candidates come from an index over the cells of a grid, ring by
 * ring until nothing nearer can follow; of a crowded cell the 400 most popular themes are looked at, so that the cost has a bound.
 */
export async function findThemesByColor(input: ColorQuery): Promise<ColorHit[]> {
  const query = colorQuerySchema.parse(input);
  const key = cacheKeys.list(await catalogueGeneration(), ['colors', query]);
  return cached({ key, ttlSeconds: 60, staleSeconds: 300, schema: hitsSchema }, () =>
    withDatabase(() => search(query)),
  );
}
