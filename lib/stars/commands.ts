import 'server-only';
import { DomainError } from '@/lib/errors';
import { invalidate } from '@/lib/infra/invalidate';
import { isDuplicateKey, withDatabase } from '@/lib/infra/mongo';
import { canView } from '@/lib/modules/rules';
import type { ModuleDocument } from '@/models/module';
import { ModuleModel } from '@/models/module-kinds';
import { StarModel } from '@/models/star';
import type { Actor } from '@/types/actor';
import type { StarInput } from './schema';

/** Stars a module or takes the star back; repeating changes nothing. Throws `not_found`. */
export async function setStar(
  { namespace, name, starred }: StarInput,
  actor: Actor,
): Promise<{ starred: boolean; stars: number }> {
  const stars = await withDatabase(async () => {
    const module = await ModuleModel.findOne({ namespace, name }, { namespace: 1, visibility: 1 }).lean<
      Pick<ModuleDocument, 'namespace' | 'visibility'>
    >();
    if (!module || !canView(actor, module)) throw new DomainError('not_found');
    const changed = starred ? await addStar(namespace, name, actor) : await removeStar(namespace, name, actor);
    // A press that changed nothing must not queue for the row that everybody else's press is writing.
    const after = changed
      ? await ModuleModel.findOneAndUpdate(
          { namespace, name },
          { $inc: { stars: starred ? 1 : -1 }, $set: { rankStale: true } },
          { returnDocument: 'after', projection: { stars: 1 } },
        ).lean<{ stars: number }>()
      : await ModuleModel.findOne({ namespace, name }, { stars: 1 }).lean<{ stars: number }>();
    return after?.stars ?? 0;
  });
  await invalidate({ type: 'starChanged', namespace, name });
  return { starred, stars };
}

/** The unique index decides whether this star is new; only the winner moves the counter. */
async function addStar(namespace: string, name: string, actor: Actor): Promise<boolean> {
  try {
    await StarModel.create({ namespace, name, userId: actor.userId });
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

async function removeStar(namespace: string, name: string, actor: Actor): Promise<boolean> {
  return (await StarModel.deleteOne({ namespace, name, userId: actor.userId })).deletedCount === 1;
}
