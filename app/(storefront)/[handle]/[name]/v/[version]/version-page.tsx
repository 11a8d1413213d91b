import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { moduleMetadata } from '@/components/modules/module-metadata';
import { ModuleView } from '@/components/modules/module-view';
import { getModule } from '@/lib/modules/queries';
import { routes } from '@/lib/routes';
import { namespaceOf } from '@/lib/utils/namespace-of';
import { getVersion } from '@/lib/versions/queries';
import type { Actor } from '@/types/actor';

export type VersionParams = Promise<{ handle: string; name: string; version: string }>;

async function load(params: VersionParams, actor: Actor | null) {
  const { handle, name, version: encoded } = await params;
  const namespace = namespaceOf(handle);
  if (namespace === null) notFound();
  const module = (await getModule(namespace, name, actor)) ?? notFound();
  const version = (await getVersion(namespace, name, decodeURIComponent(encoded), actor)) ?? notFound();
  return { module, version };
}

export async function versionMetadata(params: VersionParams, actor: Actor | null): Promise<Metadata> {
  const { module, version } = await load(params, actor);
  const path = routes.version(module.namespace, module.name, version.version);
  return moduleMetadata(module, { title: `Version ${version.version}`, path });
}

/** A module at one of its versions, for everybody or for somebody. */
export async function renderVersion(params: VersionParams, actor: Actor | null) {
  const { module, version } = await load(params, actor);
  return <ModuleView module={module} version={version} />;
}
