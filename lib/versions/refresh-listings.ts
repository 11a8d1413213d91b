import 'server-only';
import { bumpCatalogueGeneration } from '@/lib/infra/cache-drops';
import { withDatabase } from '@/lib/infra/mongo';
import { LISTING_SHAPE } from '@/lib/modules/listing-fields';
import type { ModuleDocument } from '@/models/module';
import { ModuleModel } from '@/models/module-kinds';
import { refreshModule } from './module-snapshot';

const BATCH = 500;
/** One call goes on for so long; the job calls again. */
const BUDGET_MS = 20_000;

type Outdated = Pick<ModuleDocument, 'namespace' | 'name' | 'visibility'>;

/** Derives the listing of rows anew that an older release wrote. Safe to repeat, and while people publish. */
export async function refreshListings(): Promise<{ refreshed: number }> {
  const until = Date.now() + BUDGET_MS;
  let [refreshed, last] = [0, BATCH];
  while (last === BATCH && Date.now() < until) {
    last = await withDatabase(refreshBatch);
    refreshed += last;
  }
  if (refreshed > 0) await bumpCatalogueGeneration();
  return { refreshed };
}

async function refreshBatch(): Promise<number> {
  const outdated = await ModuleModel.collection
    .find<Outdated>(
      { listingShape: { $ne: LISTING_SHAPE } },
      { projection: { namespace: 1, name: 1, visibility: 1 }, hint: { listingShape: 1 } },
    )
    .limit(BATCH)
    .toArray();
  for (const { namespace, name, visibility } of outdated) await refreshModule(namespace, name, visibility);
  return outdated.length;
}
