import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { moduleMetadata } from '@/components/modules/module-metadata';
import { VersionHistory } from '@/components/versions/version-history';
import { routes } from '@/lib/routes';
import { decodeSegment } from '@/lib/utils/decode-segment';
import { listVersions } from '@/lib/versions/queries';
import type { Actor } from '@/types/actor';
import { loadModule, type ModuleParams } from '../load';

export type VersionsParams = Promise<ModuleParams & { version?: string }>;

async function load(params: VersionsParams, actor: Actor | null) {
  const { version, ...ref } = await params;
  const before = version === undefined ? undefined : (decodeSegment(version) ?? notFound());
  return { module: await loadModule(ref, actor), before };
}

export async function versionsMetadata(params: VersionsParams, actor: Actor | null): Promise<Metadata> {
  const { module, before } = await load(params, actor);
  const path = routes.versions(module.namespace, module.name, before);
  return moduleMetadata(module, { title: before ? `Versions before ${before}` : 'Versions', path });
}

/** A page of a module's versions, for everybody or for somebody. */
export async function renderVersions(params: VersionsParams, actor: Actor | null) {
  const { module, before } = await load(params, actor);
  const history = (await listVersions(module.namespace, module.name, before, actor)) ?? notFound();
  return <VersionHistory module={module} history={history} before={before} />;
}
