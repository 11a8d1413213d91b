import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { highlight } from '@/components/code/highlight';
import { languageOf } from '@/components/code/language';
import { FileView } from '@/components/modules/file-view';
import { moduleMetadata } from '@/components/modules/module-metadata';
import { getModule } from '@/lib/modules/queries';
import { routes } from '@/lib/routes';
import { namespaceOf } from '@/lib/utils/namespace-of';
import { getFile, getVersion } from '@/lib/versions/queries';
import type { Actor } from '@/types/actor';

export type FileParams = Promise<{ handle: string; name: string; path: string[] }>;

async function load(params: FileParams, actor: Actor | null) {
  const { handle, name, path } = await params;
  const namespace = namespaceOf(handle);
  if (namespace === null) notFound();
  const module = (await getModule(namespace, name, actor)) ?? notFound();
  return { module, path: path.map(decodeURIComponent).join('/') };
}

export async function fileMetadata(params: FileParams, actor: Actor | null): Promise<Metadata> {
  const { module, path } = await load(params, actor);
  return moduleMetadata(module, { title: path, path: routes.file(module.namespace, module.name, path) });
}

/** One file of the newest version, for everybody or for somebody. */
export async function renderFile(params: FileParams, actor: Actor | null) {
  const { module, path } = await load(params, actor);
  const { namespace, name } = module;
  const [found, version] = await Promise.all([
    getFile(namespace, name, undefined, path, actor),
    getVersion(namespace, name, module.version, actor),
  ]);
  if (!found || !version) notFound();
  const lines = found.text === null ? null : await highlight(found.text, languageOf(path));
  return (
    <FileView
      module={module}
      file={found.file}
      files={version.files}
      writes={version.writes}
      lines={lines}
      tooLarge={found.tooLarge}
    />
  );
}
