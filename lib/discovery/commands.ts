import 'server-only';
import mongoose from 'mongoose';
import { invalidate } from '@/lib/infra/invalidate';
import { withDatabase } from '@/lib/infra/mongo';
import { ratingScore, TREND_DAYS, trendingScore } from '@/lib/modules/rank';
import { DownloadDailyModel } from '@/models/download-daily';
import type { ModuleDocument } from '@/models/module';
import { ModuleModel } from '@/models/module-kinds';

const BATCH = 2000;
type Stale = Pick<ModuleDocument, 'namespace' | 'name' | 'kind' | 'stars' | 'downloads' | 'rating' | 'updatedAt'> & {
  _id: mongoose.Types.ObjectId;
};

/** Copies counters that moved into the fields that lists sort by. Lists follow at most one period of the job later. */
export async function refreshRanks(now = new Date()): Promise<{ refreshed: number }> {
  const refreshed = await withDatabase(async () => {
    const stale = await ModuleModel.find(
      { rankStale: true },
      { namespace: 1, name: 1, kind: 1, stars: 1, downloads: 1, rating: 1, updatedAt: 1 },
    )
      .hint({ rankStale: 1 })
      .limit(BATCH)
      .lean<Stale[]>();
    for (const module of stale) await refreshRank(module, now);
    return stale.length;
  });
  if (refreshed > 0) await invalidate({ type: 'ranksRefreshed' });
  return { refreshed };
}

async function refreshRank(module: Stale, now: Date): Promise<void> {
  const { namespace, name, stars, downloads, rating, updatedAt } = module;
  const since = new Date(now.getTime() - TREND_DAYS * 86_400_000).toISOString().slice(0, 10);
  const downloadsByDay = await DownloadDailyModel.find(
    { namespace, name, day: mongoose.trusted({ $gte: since }) },
    { day: 1, count: 1 },
  ).lean<{ day: string; count: number }[]>();
  const trending = trendingScore({ downloadsByDay, stars, updatedAt, now });
  // The flag falls only if the counters are still those that were read; otherwise the next batch comes again.
  await ModuleModel.updateOne(
    { _id: module._id, stars, downloads },
    {
      $set: {
        rank: { trending, downloads, stars, rating: ratingScore(rating) },
        rankStale: false,
        // Whoever keeps an index of modules reads on from the newest change.
        changedAt: new Date(),
      },
    },
  );
}
