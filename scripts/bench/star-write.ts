import mongoose from 'mongoose';
import { withDatabase } from '@/lib/infra/mongo';
import { setStar } from '@/lib/stars/commands';
import { ModuleModel } from '@/models/module-kinds';
import type { Actor } from '@/types/actor';
import { atMost, median, type Row } from './settings';
import { timed } from './timed';

const WRITES = 300;

/** The star command against one bare upsert into a collection that has the same unique index. */
export async function measureStarWrite(actor: Actor): Promise<Row> {
  return withDatabase(async () => {
    const bare = mongoose.connection.collection('bench-upserts');
    await bare.createIndex({ namespace: 1, name: 1, userId: 1 }, { unique: true });
    const modules = await ModuleModel.find({}, { namespace: 1, name: 1 }).limit(WRITES).lean();
    const [ours, theirs]: [number[], number[]] = [[], []];
    for (const [index, { namespace, name }] of modules.entries()) {
      const star = async () => ours.push(await timed(() => setStar({ namespace, name, starred: true }, actor)));
      const upsert = async () => {
        const key = { namespace, name, userId: actor.userId };
        const write = () => bare.updateOne(key, { $setOnInsert: { createdAt: new Date() } }, { upsert: true });
        theirs.push(await timed(write));
      };
      for (const work of index % 2 === 0 ? [star, upsert] : [upsert, star]) await work();
    }
    const [mine, upserts] = [median(ours), median(theirs)];
    return {
      goal: 'S9',
      what: 'star, p50 ÷ bare updateOne upsert',
      ...atMost(mine / upserts, 1.5),
      method: `in process, one after the other, ${modules.length} modules: ${mine.toFixed(2)} ms ÷ ${upserts.toFixed(2)} ms, counter and caches included`,
    };
  });
}
