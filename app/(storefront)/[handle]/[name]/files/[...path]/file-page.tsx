import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { highlight } from '@/components/code/highlight';
import { languageOf } from '@/components/code/language';
import { FileView } from '@/components/files/file-view';
import { moduleMetadata } from '@/components/modules/module-metadata';
import { routes } from '@/lib/routes';
import { decodeSegment } from '@/lib/utils/decode-segment';
import { getFile } from '@/lib/versions/queries';
import type { Actor } from '@/types/actor';
import { loadVersion, type ModuleParams } from '../../load';

export type FileParams = Promise<ModuleParams & { version?: string; path: string[] }>;

/** Lines that one page shows. A file within the bound of bytes may hold half a million. */
const MAX_LINES = 5000;

async function load(params: FileParams, actor: Actor | null) {
  const { path: segments, ...ref } = await params;
  const loaded = await loadVersion(ref, actor);
  const path = segments.map((segment) => decodeSegment(segment) ?? notFound()).join('/');
  return { ...loaded, path };
}

export async function fileMetadata(params: FileParams, actor: Actor | null): Promise<Metadata> {
  const { module, version, isPinned, path } = await load(params, actor);
  const { namespace, name } = module;
  // The newest version's file has one address for search engines, whether or not the visitor's names the version.
  const pinned = isPinned && version.version !== module.version ? version.version : undefined;
  const title = pinned ? `${path} at ${pinned}` : path;
  return moduleMetadata(module, { title, path: routes.file(namespace, name, path, pinned) });
}

/** One file of a version, for everybody or for somebody. */
export async function renderFile(params: FileParams, actor: Actor | null) {
  const { module, version, isPinned, path } = await load(params, actor);
  const found = await getFile(module.namespace, module.name, version.version, path, actor);
  if (!found) notFound();
  const { file, text, tooLarge } = found;
  const lines = text === null ? null : await highlight(text, languageOf(path));
  return (
    <FileView
      module={module}
      version={version}
      isPinned={isPinned}
      file={file}
      lines={lines?.slice(0, MAX_LINES) ?? null}
      lineCount={lines?.length ?? 0}
      tooLarge={tooLarge}
    />
  );
}
