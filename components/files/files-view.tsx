import { ModuleNotices } from '@/components/modules/module-notices';
import { EmptyState } from '@/components/ui/empty-state';
import { Bytes } from '@/components/ui/figures';
import { routes } from '@/lib/routes';
import type { ModuleDto, VersionDto } from '@/types/module';
import { FilePath } from './file-path';
import { FileTree } from './file-tree';

type FilesViewProps = { module: ModuleDto; version: VersionDto; isPinned: boolean };

/** All files of a version. */
export function FilesView({ module, version: shown, isPinned }: FilesViewProps) {
  const { namespace, name } = module;
  const { files, version } = shown;
  const unpacked = files.reduce((sum, { size }) => sum + size, 0);
  return (
    <article className="wrap pt-8">
      <ModuleNotices yanked={shown.yanked} />
      <FilePath namespace={namespace} name={name} version={isPinned ? version : undefined} />
      <h1 className="mt-1 mb-2 text-2xl">
        Files of {module.title} {version}
      </h1>
      <p className="mb-2 text-ink-2">
        {files.length === 1 ? 'One file' : `${files.length.toLocaleString('en')} files`}, <Bytes size={unpacked} />{' '}
        unpacked. Beside each, how its sha256 begins.
      </p>
      <p className="mb-4 flex flex-wrap gap-x-5">
        <a className="link go" href={routes.versions(namespace, name)}>
          Other versions
        </a>
        {!isPinned && (
          <a className="link go" href={routes.files(namespace, name, version)}>
            Permalink to {version}
          </a>
        )}
      </p>
      {files.length > 0 ? (
        <FileTree of={{ namespace, name, version: isPinned ? version : undefined }} files={files} />
      ) : (
        <EmptyState title="No files">This module is its manifest alone.</EmptyState>
      )}
    </article>
  );
}
