import 'server-only';
import { z } from 'zod';
import { cached } from '@/lib/infra/cache';
import { cacheKeys } from '@/lib/infra/cache-keys';
import { withDatabase } from '@/lib/infra/mongo';
import { getModule } from '@/lib/modules/queries';
import { DownloadDailyModel } from '@/models/download-daily';
import type { Actor } from '@/types/actor';
import type { DownloadDaysDto } from '@/types/module';
import { daysUntil } from './rules';

/** Days that a chart covers, today included. */
const CHART_DAYS = 90;

const schema = z.array(z.number());

/**
 * Downloads of all versions on each of the last ninety UTC days, oldest first, today last. Null when there is no such module
 * or the actor may not know of it.
 */
export async function listDownloadDays(
  namespace: string,
  name: string,
  actor: Actor | null,
): Promise<DownloadDaysDto | null> {
  if (!(await getModule(namespace, name, actor))) return null;
  const days = daysUntil(new Date(), CHART_DAYS);
  const [first = '', today = ''] = [days[0], days.at(-1)];
  const key = cacheKeys.downloadDays(namespace, name, today);
  const counts = await cached({ key, ttlSeconds: 300, schema }, async () => {
    const rows = await withDatabase(() =>
      DownloadDailyModel.aggregate<{ _id: string; count: number }>([
        { $match: { namespace, name, day: { $gte: first } } },
        { $group: { _id: '$day', count: { $sum: '$count' } } },
      ]),
    );
    const byDay = new Map(rows.map((row) => [row._id, row.count]));
    return days.map((day) => byDay.get(day) ?? 0);
  });
  return { first, counts };
}
