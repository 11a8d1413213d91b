import 'server-only';
import { withDatabase } from '@/lib/infra/mongo';
import { ALL_MODELS } from '@/models/index';

/** Creates every index that is missing. A unique index that cannot be made throws: the product must not run without it. */
export async function createIndexes(): Promise<void> {
  await withDatabase(async () => {
    for (const model of ALL_MODELS) await model.createIndexes();
  });
}
