import 'server-only';
import mongoose from 'mongoose';
import { withDatabase } from '@/lib/infra/mongo';
import { ITEM_PROJECTION, type ItemFields, toItemDto } from '@/lib/modules/item';
import { ModuleModel } from '@/models/module-kinds';
import type { ModuleItemDto } from '@/types/module';
import { searchFeed } from './feed';
import { typesense } from './search-index-of';

/** Rows that this process keeps, and for how long: counters move without a word to the index. */
const KEPT = 4000;
const KEPT_MS = 30_000;

type Kept = { item: ModuleItemDto; until: number };
const holder = globalThis as { dotkitItems?: Map<string, Kept> };

function keptItems(): Map<string, Kept> {
  if (!holder.dotkitItems) {
    const kept = new Map<string, Kept>();
    holder.dotkitItems = kept;
    searchFeed().onChange.add((ids) => {
      for (const id of ids) kept.delete(id);
    });
  }
  return holder.dotkitItems;
}

/** Whoever follows the database hears of what became private; a process that asks a search engine does not, and keeps nothing. */
const keptMs = () => (typesense() ? 0 : KEPT_MS);

/** The public modules of these ids, in their order. One that is gone or hidden by now is left out. */
export async function loadItems(ids: string[]): Promise<ModuleItemDto[]> {
  const kept = keptItems();
  const now = Date.now();
  const page = new Map<string, ModuleItemDto>();
  for (const id of ids) {
    const known = kept.get(id);
    if (known && known.until >= now) page.set(id, known.item);
  }
  const missing = ids.filter((id) => !page.has(id));
  if (missing.length > 0) {
    // Past Mongoose, which would take as long as reading the rows does: nothing here was typed by anybody.
    const rows = await withDatabase(() =>
      ModuleModel.collection
        .find<ItemFields & { _id: mongoose.Types.ObjectId }>(
          { _id: { $in: missing.map((id) => new mongoose.Types.ObjectId(id)) }, visibility: 'public' },
          { projection: ITEM_PROJECTION },
        )
        .toArray(),
    );
    for (const id of missing) kept.delete(id);
    for (const row of rows) {
      const [id, item] = [row._id.toHexString(), toItemDto(row)];
      // The page has a map of its own: making room for one of its rows may push out another.
      page.set(id, item);
      keep(kept, id, { item, until: now + keptMs() });
    }
  }
  return ids.flatMap((id) => page.get(id) ?? []);
}

function keep(kept: Map<string, Kept>, id: string, row: Kept): void {
  if (kept.size >= KEPT) kept.delete(kept.keys().next().value ?? '');
  kept.set(id, row);
}
