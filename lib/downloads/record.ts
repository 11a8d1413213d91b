import 'server-only';
import { runInBackground } from '@/lib/infra/background';
import { log } from '@/lib/infra/log';
import { withDatabase } from '@/lib/infra/mongo';
import { DownloadDailyModel } from '@/models/download-daily';
import { ModuleModel } from '@/models/module-kinds';
import { ModuleVersionModel } from '@/models/module-version';
import { dayOf } from './rules';

type Counted = { namespace: string; name: string; version: string; day: string; count: number };

const FLUSH_MS = 250;
let pending = new Map<string, Counted>();
let flushing: Promise<void> | null = null;

/** Counts a download once, off the response path. Counts of the same quarter second become one write. */
export function recordDownload(namespace: string, name: string, version: string): void {
  const day = dayOf(new Date());
  const key = `${namespace}/${name}@${version} ${day}`;
  const known = pending.get(key);
  if (known) known.count += 1;
  else pending.set(key, { namespace, name, version, day, count: 1 });
  flushing ??= new Promise((resolve) => setTimeout(resolve, FLUSH_MS)).then(flush);
  const flushed = flushing;
  runInBackground('downloads.flush', () => flushed);
}

async function flush(): Promise<void> {
  const batch = [...pending.values()];
  pending = new Map();
  flushing = null;
  await withDatabase(() => write(batch)).catch((error: unknown) => {
    log.error('downloads.not_counted', { count: batch.reduce((sum, row) => sum + row.count, 0), error });
  });
}

/** Three calls however many modules there are: one by one, counting would cost more than the downloads themselves. */
async function write(batch: Counted[]): Promise<void> {
  const days = batch.map(({ count, ...day }) => ({
    updateOne: { filter: day, update: { $inc: { count } }, upsert: true },
  }));
  const modules = batch.map(({ namespace, name, count }) => ({
    updateOne: { filter: { namespace, name }, update: { $inc: { downloads: count }, $set: { rankStale: true } } },
  }));
  const versions = batch.map(({ namespace, name, version, count }) => ({
    updateOne: {
      filter: { namespace, name, version, status: 'published' as const },
      update: { $inc: { downloads: count } },
    },
  }));
  await Promise.all([
    DownloadDailyModel.bulkWrite(days, { ordered: false }),
    ModuleModel.bulkWrite(modules, { ordered: false }),
    ModuleVersionModel.bulkWrite(versions, { ordered: false }),
  ]);
}
