import type { Actor } from '@/types/actor';
import type { Visibility } from '@/types/module';

type Subject = { namespace: string; visibility: Visibility };

/** The owner of a namespace is the account of that name. */
export const ownsNamespace = (actor: Actor | null, namespace: string): boolean => actor?.username === namespace;

/** Private modules exist for their owner alone; for everybody else they are absent. */
export const canView = (actor: Actor | null, module: Subject): boolean =>
  module.visibility !== 'private' || ownsNamespace(actor, module.namespace);

export const canEdit = (actor: Actor | null, module: Subject): boolean =>
  ownsNamespace(actor, module.namespace) && (actor?.scopes.includes('manage') ?? false);

/** Lists, counts and feeds hold public modules only. */
export const isListed = (module: { visibility: Visibility }): boolean => module.visibility === 'public';

/** Modules that one account may own. */
export const MAX_MODULES_PER_ACCOUNT = 500;
