import { FilePath } from '@/components/files/file-path';
import { ModuleSection } from '@/components/modules/module-section';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { routes } from '@/lib/routes';
import { effectChanges } from '@/lib/versions/effect-changes';
import type { VersionDiffDto } from '@/types/diff';
import type { ModuleDto, VersionDto } from '@/types/module';
import { DiffEffects } from './diff-effects';
import { DiffCounts, DiffFile, type DiffOf } from './diff-file';
import { DiffPicker } from './diff-picker';

type DiffViewProps = { module: ModuleDto; from: VersionDto; to: VersionDto; diff: VersionDiffDto };

const CONTENTS_FROM = 4;

function said({ counts, moreFiles }: VersionDiffDto): string {
  const parts = [
    [counts.changed, 'changed'],
    [counts.added, 'new'],
    [counts.removed, 'gone'],
    [counts.moved, 'moved'],
  ] as const;
  const listed = parts.flatMap(([count, word]) => (count > 0 ? [`${count.toLocaleString('en')} ${word}`] : []));
  const more = moreFiles > 0 ? `; the last ${moreFiles.toLocaleString('en')} by path are not listed` : '';
  return listed.length > 0 ? `Files: ${listed.join(', ')}${more}.` : 'Every file is the same, byte for byte.';
}

function Files({ of, diff }: { of: DiffOf; diff: VersionDiffDto }) {
  const { files } = diff;
  if (files.length === 0)
    return <EmptyState title="No difference">Both versions hold the same files with the same bytes.</EmptyState>;
  return (
    <>
      {files.length >= CONTENTS_FROM && (
        <ol className="dlist" aria-label="Changed files">
          {files.map(({ path, added, removed, hunks }) => (
            <li key={path}>
              <a href={`#f/${encodeURI(path)}`}>{path}</a>
              {hunks.length > 0 && <DiffCounts added={added} removed={removed} />}
            </li>
          ))}
        </ol>
      )}
      {files.map((file) => (
        <DiffFile key={file.path} of={of} file={file} />
      ))}
    </>
  );
}

/** Two versions of a module side by side: what installing does differently, then every file. */
export function DiffView({ module, from, to, diff }: DiffViewProps) {
  const { namespace, name, versions } = module;
  const of = { namespace, name, from: from.version, to: to.version };
  return (
    <article className="wrap pt-8">
      <FilePath namespace={namespace} name={name} />
      <h1 className="mt-1 mb-3 text-2xl">
        {module.title} <span className="font-mono">{from.version}</span> →{' '}
        <span className="font-mono">{to.version}</span>
      </h1>
      <DiffPicker namespace={namespace} name={name} versions={versions} from={of.from} to={of.to} swap />
      <p className="mt-3 mb-6 flex flex-wrap gap-x-5">
        <a className="link go" href={routes.versions(namespace, name)}>
          All versions and what changed in them
        </a>
      </p>
      {[from, to].map(
        ({ version, yanked }) =>
          yanked && (
            <div key={version} className="mb-3">
              <Notice tone="bad" title={`${version} was yanked`}>
                {yanked.reason}
              </Notice>
            </div>
          ),
      )}
      <ModuleSection id="effects" title="What installing does differently" note="Told by the two manifests.">
        <DiffEffects changes={effectChanges(from, to)} />
      </ModuleSection>
      <ModuleSection
        id="files"
        title="Files"
        note={
          <>
            {said(diff)} {diff.files.length > 0 && <DiffCounts {...diff.lines} />}
          </>
        }
      >
        <Files of={of} diff={diff} />
      </ModuleSection>
    </article>
  );
}
