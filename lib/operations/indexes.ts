import 'server-only';
import { withDatabase } from '@/lib/infra/mongo';
import { ALL_MODELS } from '@/models/index';
import { ModuleModel } from '@/models/module-kinds';

/** Fields of indexes that earlier releases made and nothing reads any more. */
const RETIRED = ['terms'];

/** Creates every index that is missing. A unique index that cannot be made throws: the product must not run without it. */
export async function createIndexes(): Promise<void> {
  await withDatabase(async () => {
    for (const model of ALL_MODELS) await model.createIndexes();
    for (const { name, key } of await ModuleModel.collection.indexes())
      if (name && RETIRED.some((field) => field in key)) await ModuleModel.collection.dropIndex(name);
  });
}
