import { notFound } from 'next/navigation';
import { listDownloadDays } from '@/lib/downloads/queries';
import { siteUrl } from '@/lib/env';
import { getModule } from '@/lib/modules/queries';
import { decodeSegment } from '@/lib/utils/decode-segment';
import { namespaceOf } from '@/lib/utils/namespace-of';
import { getVersion } from '@/lib/versions/queries';
import type { Actor } from '@/types/actor';
import type { DownloadDaysDto, ModuleDto, VersionDto } from '@/types/module';

export type ModuleParams = { handle: string; name: string };
export type VersionParams = ModuleParams & { version: string };

/** The module of an address, as the actor may see it; otherwise the page is "not found". */
export async function loadModule({ handle, name }: ModuleParams, actor: Actor | null): Promise<ModuleDto> {
  const namespace = namespaceOf(handle);
  return (namespace === null ? null : await getModule(namespace, name, actor)) ?? notFound();
}

/** The version that the address names, or else the newest. */
export async function loadVersion(
  params: ModuleParams & { version?: string },
  actor: Actor | null,
): Promise<{ module: ModuleDto; version: VersionDto; isPinned: boolean }> {
  const module = await loadModule(params, actor);
  const { namespace, name } = module;
  const wanted = params.version === undefined ? module.version : (decodeSegment(params.version) ?? notFound());
  const version = (await getVersion(namespace, name, wanted, actor)) ?? notFound();
  return { module, version, isPinned: params.version !== undefined };
}

/** What a module's page tells beside the module itself. */
export type Beside = {
  /** Where the site answers, for addresses to be copied. */
  site: string;
  days: DownloadDaysDto | null;
};

export async function loadBeside({ namespace, name }: ModuleDto, actor: Actor | null): Promise<Beside> {
  return { site: siteUrl()?.origin ?? '', days: await listDownloadDays(namespace, name, actor) };
}
