import { CodeFile } from '@/components/code/code-file';
import type { CodeLine } from '@/components/code/highlight';
import { CopyButton } from '@/components/ui/copy-button';
import { Bytes } from '@/components/ui/figures';
import { Notice } from '@/components/ui/notice';
import { routes } from '@/lib/routes';
import type { FileDto, ModuleDto, WriteDto } from '@/types/module';
import { FileList } from './file-list';
import { WriteMap } from './write-map';

type FileViewProps = {
  module: Pick<ModuleDto, 'namespace' | 'name' | 'version'>;
  file: FileDto;
  files: FileDto[];
  writes: WriteDto[];
  /** Null when the file is not text. */
  lines: CodeLine[] | null;
  tooLarge: boolean;
};

function Content({ lines, tooLarge }: Pick<FileViewProps, 'lines' | 'tooLarge'>) {
  if (tooLarge) return <Notice tone="info">This file is too large to show. Download the archive to read it.</Notice>;
  if (!lines) return <Notice tone="info">This file is not text. Download the archive to look at it.</Notice>;
  return <CodeFile lines={lines} />;
}

/** One file of the newest version, and what installing does with it. */
export function FileView({ module, file, files, writes, lines, tooLarge }: FileViewProps) {
  const { namespace, name, version } = module;
  const own = writes.filter((write) => write.src === file.path);
  return (
    <article className="wrap pt-8">
      <p className="path">
        <a href={routes.profile(namespace)}>@{namespace}</a>/<a href={routes.module(namespace, name)}>{name}</a>{' '}
        <span>{version}</span>
      </p>
      <h1 className="mt-1 mb-2 font-mono text-xl break-all">{file.path}</h1>
      <p className="mb-6 flex flex-wrap items-center gap-x-4 text-sm text-ink-2">
        <Bytes size={file.size} />
        {(file.mode & 0o111) !== 0 && <span>executable</span>}
        <code title={file.sha256}>sha256 {file.sha256.slice(0, 12)}…</code>
        <CopyButton text={file.sha256} what="sha256" />
      </p>
      {own.length > 0 && (
        <section className="mb-6" aria-label="What installing does with this file">
          <WriteMap writes={own} />
        </section>
      )}
      <Content lines={lines} tooLarge={tooLarge} />
      <section className="ms mt-8">
        <div>
          <h2>All files</h2>
        </div>
        <FileList namespace={namespace} name={name} files={files} />
      </section>
    </article>
  );
}
