import 'server-only';
import mongoose from 'mongoose';
import { invalidate } from '@/lib/infra/invalidate';
import { withDatabase } from '@/lib/infra/mongo';
import { ModuleModel } from '@/models/module-kinds';
import { FED_FIELDS, type FedRow, toSearchRow } from './feed';
import { typesense } from './search-index-of';
import { type Change, type ChangeSource, feedSearch } from './typesense/feed-search';

const BATCH = 500;
const FIRST = '0'.repeat(24);

async function* read(filter: mongoose.mongo.Filter<FedRow>, sort: Record<string, 1>): AsyncGenerator<Change> {
  const cursor = ModuleModel.collection.find<FedRow>(filter as object, {
    projection: FED_FIELDS,
    sort,
    batchSize: BATCH,
  });
  for await (const row of cursor) yield { row: toSearchRow(row), at: row.changedAt?.getTime() ?? 0 };
}

/** What the database tells a search engine. */
const changesOfDatabase: ChangeSource = {
  all: (after) => read({ _id: { $gt: new mongoose.Types.ObjectId(after || FIRST) } }, { _id: 1 }),
  async *changed(at, after) {
    for await (const change of read({ changedAt: { $gte: new Date(at) } }, { changedAt: 1, _id: 1 }))
      if (change.at > at || change.row.id > after) yield change;
  },
};

/** Tells the search engine what changed; does nothing where the environment names none. */
export async function feedSearchEngine(): Promise<object> {
  const cluster = typesense();
  if (!cluster) return { fed: 0 };
  const result = await withDatabase(() => feedSearch(cluster.client, changesOfDatabase));
  if (result.isNews) await invalidate({ type: 'searchFed' });
  return result;
}
