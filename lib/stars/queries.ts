import 'server-only';
import { withDatabase } from '@/lib/infra/mongo';
import { StarModel } from '@/models/star';
import type { Actor } from '@/types/actor';

/** Whether the actor has starred a module. */
export async function hasStarred(namespace: string, name: string, actor: Actor | null): Promise<boolean> {
  if (!actor) return false;
  return withDatabase(async () => (await StarModel.exists({ namespace, name, userId: actor.userId })) !== null);
}
