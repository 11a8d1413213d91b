import 'server-only';
import { DomainError } from '@/lib/errors';
import { cached } from '@/lib/infra/cache';
import { cacheKeys } from '@/lib/infra/cache-keys';
import { withDatabase } from '@/lib/infra/mongo';
import type { ModuleDocument } from '@/models/module';
import { ModuleModel } from '@/models/module-kinds';
import { type ModuleVersionDocument, ModuleVersionModel } from '@/models/module-version';
import type { Actor } from '@/types/actor';
import type { ModuleDto, ModuleItemDto, OwnModuleDto } from '@/types/module';
import { moduleSchema, toModuleDto, type VersionRow } from './detail';
import { ITEM_PROJECTION, type ItemFields, toItemDto } from './item';
import { canView } from './rules';

/** Versions that a module page lists, newest first. */
const MOST_VERSIONS = 500;

async function loadModule(namespace: string, name: string): Promise<ModuleDto | null> {
  return withDatabase(async () => {
    const module = await ModuleModel.findOne({ namespace, name }).lean<ModuleDocument>();
    if (!module) return null;
    const [latest, versions] = await Promise.all([
      ModuleVersionModel.findOne({
        namespace,
        name,
        version: module.version,
        status: 'published',
      }).lean<ModuleVersionDocument>(),
      ModuleVersionModel.find({ namespace, name, status: 'published' }, { version: 1, publishedAt: 1, yanked: 1 })
        .sort({ publishedAt: -1 })
        .limit(MOST_VERSIONS)
        .lean<VersionRow[]>(),
    ]);
    return latest ? toModuleDto(module, latest, versions) : null;
  });
}

/** A module with its latest version; null when there is none or the actor may not know of it. */
export async function getModule(namespace: string, name: string, actor: Actor | null): Promise<ModuleDto | null> {
  const options = {
    key: cacheKeys.module(namespace, name),
    ttlSeconds: 60,
    staleSeconds: 600,
    schema: moduleSchema.nullable(),
  };
  const module = await cached(options, () => loadModule(namespace, name));
  return module && canView(actor, module) ? module : null;
}

/** As `getModule`; throws `not_found`. */
export async function requireModule(namespace: string, name: string, actor: Actor | null): Promise<ModuleDto> {
  const module = await getModule(namespace, name, actor);
  if (!module) throw new DomainError('not_found');
  return module;
}

/** Public modules of one namespace, most recently updated first. */
export async function listPublicModulesOf(namespace: string): Promise<ModuleItemDto[]> {
  const rows = await withDatabase(() =>
    ModuleModel.find({ namespace, visibility: 'public' }, ITEM_PROJECTION)
      .sort({ updatedAt: -1, _id: -1 })
      .limit(100)
      .lean<ItemFields[]>(),
  );
  return rows.map(toItemDto);
}

/** Everything in the actor's own namespace, whatever its visibility. */
export async function listOwnModules(actor: Actor): Promise<OwnModuleDto[]> {
  const rows = await withDatabase(() =>
    ModuleModel.find({ namespace: actor.username }, { ...ITEM_PROJECTION, visibility: 1 })
      .sort({ updatedAt: -1, _id: -1 })
      .limit(500)
      .lean<(ItemFields & Pick<ModuleDocument, 'visibility'>)[]>(),
  );
  return rows.map((row) => ({ ...toItemDto(row), visibility: row.visibility }));
}
