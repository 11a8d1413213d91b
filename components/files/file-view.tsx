import { CodeFile } from '@/components/code/code-file';
import type { CodeLine } from '@/components/code/highlight';
import { ModuleNotices } from '@/components/modules/module-notices';
import { WriteMap } from '@/components/modules/write-map';
import { LinkButton } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { EmptyState } from '@/components/ui/empty-state';
import { Bytes } from '@/components/ui/figures';
import { Notice } from '@/components/ui/notice';
import { routes } from '@/lib/routes';
import type { FileDto, ModuleDto, VersionDto } from '@/types/module';
import { FileList } from './file-list';
import { FilePath } from './file-path';

type FileViewProps = {
  module: ModuleDto;
  version: VersionDto;
  /** Whether the address names the version, and so never shows another. */
  isPinned: boolean;
  file: FileDto;
  /** Null when the file is not text. */
  lines: CodeLine[] | null;
  /** Lines that the file has. */
  lineCount: number;
  tooLarge: boolean;
};

const folderOf = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf('/')));

function Unshown({
  title,
  module,
  version,
  children,
}: Pick<FileViewProps, 'module' | 'version'> & { title: string; children: string }) {
  return (
    <EmptyState title={title}>
      <p>{children}</p>
      <p className="mt-3">
        <LinkButton href={routes.download(module.namespace, module.name, version.version)} rel="nofollow" download>
          Download the archive
        </LinkButton>
      </p>
    </EmptyState>
  );
}

function Content({ module, version, file, lines, lineCount, tooLarge }: Omit<FileViewProps, 'isPinned'>) {
  const of = { module, version };
  if (file.size === 0) return <EmptyState title="This file is empty">Installing it makes an empty file.</EmptyState>;
  if (tooLarge)
    return (
      <Unshown {...of} title="This file is too large to show here">
        Its bytes are in the archive, under the sha256 above.
      </Unshown>
    );
  if (!lines)
    return (
      <Unshown {...of} title="This file is not text">
        Its bytes are in the archive, under the sha256 above.
      </Unshown>
    );
  const hidden = lines.reduce((sum, line) => sum + line.filter((part, at) => at % 2 === 0 && part === 'z').length, 0);
  const more = lineCount - lines.length;
  return (
    <>
      {hidden > 0 && (
        <div className="mb-3">
          <Notice tone="warn" title={hidden === 1 ? 'One character does not show' : `${hidden} characters do not show`}>
            Invisible characters, and those that change the order of others, stand here by their names, such as{' '}
            <code className="code-z">U+202E</code>. Copying and downloading give the file as it is.
          </Notice>
        </div>
      )}
      <CodeFile lines={lines} />
      {more > 0 && (
        <p className="mt-2 text-ink-2">
          {more.toLocaleString('en')} more {more === 1 ? 'line is' : 'lines are'} not shown here. Download the file to
          read on.
        </p>
      )}
    </>
  );
}

/** One file of a version: its text with an address for each line, and what installing does with it. */
export function FileView(props: FileViewProps) {
  const { module, version: shown, isPinned, file } = props;
  const { namespace, name } = module;
  const { version } = shown;
  const pinned = isPinned ? version : undefined;
  const folder = folderOf(file.path);
  const writes = shown.writes.filter((write) => write.src === file.path);
  const beside = shown.files.filter(({ path }) => folderOf(path) === folder && path !== file.path);
  const isText = props.lines !== null && !props.tooLarge;
  const raw = routes.rawFile(namespace, name, version, file.path);
  return (
    <article className="wrap pt-8">
      <ModuleNotices yanked={shown.yanked} />
      <FilePath namespace={namespace} name={name} version={pinned} folders={folder === '' ? [] : folder.split('/')} />
      <h1 className="mt-1 mb-2 font-mono text-xl break-all">{file.path}</h1>
      <p className="flex flex-wrap items-center gap-x-4 text-sm text-ink-2">
        <Bytes size={file.size} />
        {props.lineCount > 0 && <span>{props.lineCount.toLocaleString('en')} lines</span>}
        {(file.mode & 0o111) !== 0 && <span>executable</span>}
        <span className="flex min-w-0 items-center">
          <code title={file.sha256}>sha256 {file.sha256.slice(0, 12)}…</code>
          <CopyButton text={file.sha256} what="sha256" />
        </span>
      </p>
      <div className="acts-bar">
        {isText && (
          <>
            <CopyButton from={raw} what="file" />
            <a className="btn" data-size="sm" href={raw} download rel="nofollow">
              Download
            </a>
          </>
        )}
        {isPinned ? (
          version !== module.version && (
            <a className="btn" data-size="sm" href={routes.file(namespace, name, file.path)}>
              In the newest version
            </a>
          )
        ) : (
          <a
            className="btn"
            data-size="sm"
            href={routes.file(namespace, name, file.path, version)}
            title={`This file as it is in ${version}, whatever is published later`}
          >
            Permalink to {version}
          </a>
        )}
      </div>
      {writes.length > 0 && (
        <section className="mb-6" aria-label="What installing does with this file">
          <WriteMap writes={writes} />
        </section>
      )}
      <Content {...props} />
      <section className="ms mt-8">
        <div>
          <h2>{folder === '' ? 'Beside it' : `In ${folder}`}</h2>
        </div>
        <FileList namespace={namespace} name={name} version={pinned} files={beside} label="Files in the same folder" />
      </section>
    </article>
  );
}
