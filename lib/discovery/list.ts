import 'server-only';
import mongoose from 'mongoose';
import { cacheKeys } from '@/lib/infra/cache-keys';
import { ITEM_PROJECTION, type ItemFields } from '@/lib/modules/item';
import { ModuleModel } from '@/models/module-kinds';
import { type Cursor, encodeCursor } from './cursor';
import type { ListPlan, Phase, SortField } from './plan';

type Row = ItemFields & { _id: mongoose.Types.ObjectId; rank: Record<string, number> };
type Position = { value: number; id: string };

/** Names the list that a cursor belongs to. */
export const listId = (plan: ListPlan): string => cacheKeys.list(0, [plan.field, plan.phases]).slice(-12);

function filterOf(phase: Phase): Record<string, unknown> {
  const filter: Record<string, unknown> = { terms: mongoose.trusted({ $all: phase.all }) };
  if (phase.butNotAll.length > 0) filter.$nor = [{ terms: mongoose.trusted({ $all: phase.butNotAll }) }];
  return filter;
}

const isDate = (field: SortField) => field === 'updatedAt' || field === 'publishedAt';

function after(field: SortField, position: Position): Record<string, unknown> {
  const value = isDate(field) ? new Date(position.value) : position.value;
  const id = new mongoose.Types.ObjectId(position.id);
  return {
    $or: [{ [field]: mongoose.trusted({ $lt: value }) }, { [field]: value, _id: mongoose.trusted({ $lt: id }) }],
  };
}

function positionOf(row: Row, field: SortField): Position {
  const value = isDate(field) ? row[field as 'updatedAt'].getTime() : (row.rank[field.slice('rank.'.length)] ?? 0);
  return { value, id: String(row._id) };
}

/** The query of one stretch, in index order; the explain test runs this very function. */
export function phaseQuery(plan: ListPlan, phase: Phase, position: Position | null, limit: number) {
  const filter = position ? { $and: [filterOf(phase), after(plan.field, position)] } : filterOf(phase);
  return ModuleModel.find(filter, { ...ITEM_PROJECTION, rank: 1 })
    .sort({ [plan.field]: -1, _id: -1 })
    .hint({ terms: 1, [plan.field]: -1, _id: -1 })
    .limit(limit);
}

/** One page through the stretches of a plan, from a cursor on. */
export async function readPage(
  plan: ListPlan,
  cursor: Cursor | null,
  limit: number,
): Promise<{ rows: Row[]; nextCursor: string | null }> {
  const rows: Row[] = [];
  const phaseOf: number[] = [];
  for (let index = cursor?.p ?? 0; index < plan.phases.length && rows.length <= limit; index += 1) {
    const phase = plan.phases[index];
    if (!phase) break;
    const position = cursor && cursor.p === index ? { value: cursor.v, id: cursor.i } : null;
    const found = await phaseQuery(plan, phase, position, limit + 1 - rows.length).lean<Row[]>();
    rows.push(...found);
    phaseOf.push(...found.map(() => index));
  }
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  if (rows.length <= limit || !last) return { rows: page, nextCursor: null };
  const { value, id } = positionOf(last, plan.field);
  return { rows: page, nextCursor: encodeCursor({ l: listId(plan), p: phaseOf[limit - 1] ?? 0, v: value, i: id }) };
}
