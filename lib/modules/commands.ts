import 'server-only';
import { recordAudit } from '@/lib/audit/commands';
import { DomainError } from '@/lib/errors';
import { invalidate } from '@/lib/infra/invalidate';
import { withDatabase } from '@/lib/infra/mongo';
import type { ModuleDocument } from '@/models/module';
import { ModuleModel } from '@/models/module-kinds';
import { ModuleVersionModel } from '@/models/module-version';
import type { Actor } from '@/types/actor';
import { LISTED_VERSION, type ListedVersion, listingFields } from './listing-fields';
import { canEdit, canView } from './rules';
import type { UpdateListingInput } from './schema';

/** Changes title, summary, keywords, visibility or deprecation; what is absent stays. Throws `not_found`, `forbidden`. */
export async function updateListing(
  input: UpdateListingInput,
  actor: Actor,
): Promise<{ namespace: string; name: string }> {
  const { namespace, name, ...changes } = input;
  const module = await withDatabase(() => applyListing(namespace, name, changes, actor));
  await recordAudit(actor, 'listing.updated', `@${namespace}/${name}`, { fields: Object.keys(changes) });
  await invalidate({ type: 'listingChanged', namespace, name, kind: module.kind });
  return { namespace, name };
}

type Changes = Omit<UpdateListingInput, 'namespace' | 'name'>;

async function applyListing(namespace: string, name: string, changes: Changes, actor: Actor): Promise<ModuleDocument> {
  for (;;) {
    const module = await ModuleModel.findOne({ namespace, name }).lean<ModuleDocument>();
    if (!module || !canView(actor, module)) throw new DomainError('not_found');
    if (!canEdit(actor, module)) throw new DomainError('forbidden');
    const latest = await ModuleVersionModel.findOne(
      { namespace, name, version: module.version },
      LISTED_VERSION,
    ).lean<ListedVersion>();
    const { deprecated, ...fields } = changes;
    const set = {
      ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
      ...(deprecated === undefined
        ? {}
        : { deprecated: deprecated && { reason: deprecated.reason, replacement: deprecated.replacement ?? null } }),
    };
    const listing = latest ? listingFields(latest, { ...module, ...set }) : {};
    const won = await ModuleModel.updateOne(
      { namespace, name, kind: module.kind, revision: module.revision },
      { $set: { ...set, ...listing, changedAt: new Date() }, $inc: { revision: 1 } },
    );
    if (won.modifiedCount === 1) return module;
  }
}
