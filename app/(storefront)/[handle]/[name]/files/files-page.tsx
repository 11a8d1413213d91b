import type { Metadata } from 'next';
import { FilesView } from '@/components/files/files-view';
import { moduleMetadata } from '@/components/modules/module-metadata';
import { routes } from '@/lib/routes';
import type { Actor } from '@/types/actor';
import { loadVersion, type ModuleParams } from '../load';

export type FilesParams = Promise<ModuleParams & { version?: string }>;

export async function filesMetadata(params: FilesParams, actor: Actor | null): Promise<Metadata> {
  const { module, version, isPinned } = await loadVersion(await params, actor);
  const pinned = isPinned && version.version !== module.version ? version.version : undefined;
  const path = routes.files(module.namespace, module.name, pinned);
  return moduleMetadata(module, { title: `Files of ${version.version}`, path });
}

/** The tree of a version's files, for everybody or for somebody. */
export async function renderFiles(params: FilesParams, actor: Actor | null) {
  return <FilesView {...(await loadVersion(await params, actor))} />;
}
