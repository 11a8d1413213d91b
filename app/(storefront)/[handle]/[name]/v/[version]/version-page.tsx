import type { Metadata } from 'next';
import { moduleMetadata } from '@/components/modules/module-metadata';
import { ModuleView } from '@/components/modules/module-view';
import { routes } from '@/lib/routes';
import type { Actor } from '@/types/actor';
import { loadBeside, loadVersion, type VersionParams } from '../../load';

export async function versionMetadata(params: Promise<VersionParams>, actor: Actor | null): Promise<Metadata> {
  const { module, version } = await loadVersion(await params, actor);
  const path = routes.version(module.namespace, module.name, version.version);
  return moduleMetadata(module, { title: `Version ${version.version}`, path });
}

/** A module at one of its versions, for everybody or for somebody. */
export async function renderVersion(params: Promise<VersionParams>, actor: Actor | null) {
  const { module, version } = await loadVersion(await params, actor);
  return <ModuleView module={module} version={version} {...(await loadBeside(module, actor))} />;
}
