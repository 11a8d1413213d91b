import { Bytes } from '@/components/ui/figures';
import { routes } from '@/lib/routes';
import type { DiffUnshown, FileDiffDto } from '@/types/diff';
import { DiffLines } from './diff-lines';

export type DiffOf = { namespace: string; name: string; from: string; to: string };

const CHANGES: Record<FileDiffDto['change'], string> = {
  added: 'new',
  removed: 'gone',
  changed: 'changed',
  moved: 'moved',
  mode: 'changed mode',
};
const TONES: Record<FileDiffDto['change'], string> = {
  added: 'ok',
  removed: 'bad',
  changed: 'info',
  moved: 'info',
  mode: 'info',
};
const UNSHOWN: Record<DiffUnshown, string> = {
  binary: 'Not text: its lines cannot be compared.',
  large: 'Too large, or too unlike, to be compared line by line here.',
  budget: 'Not compared here: this comparison is long already.',
};

const octal = (mode: number) => (mode & 0o777).toString(8).padStart(3, '0');

function Sizes({ file: { before, after } }: { file: FileDiffDto }) {
  return (
    <span>
      {before && <Bytes size={before.size} />}
      {before && after && ' → '}
      {after && <Bytes size={after.size} />}
    </span>
  );
}

export function DiffCounts({ added, removed }: { added: number; removed: number }) {
  return (
    <span className="dc">
      <ins>+{added.toLocaleString('en')}</ins> <del>−{removed.toLocaleString('en')}</del>
    </span>
  );
}

/** One changed file: what became of it, and its lines. */
export function DiffFile({ of, file }: { of: DiffOf; file: FileDiffDto }) {
  const { path, movedFrom, change, before, after, added, removed, unshown, hunks, moreLines } = file;
  const version = change === 'removed' ? of.from : of.to;
  const modes = before && after && before.mode !== after.mode ? [octal(before.mode), octal(after.mode)] : null;
  return (
    <section className="dfile" id={`f/${path}`} aria-label={path}>
      <h3>
        <span className="badge" data-tone={TONES[change]}>
          {CHANGES[change]}
        </span>
        <a href={routes.file(of.namespace, of.name, path, version)}>
          {movedFrom && `${movedFrom} → `}
          {path}
        </a>
        {hunks.length > 0 ? <DiffCounts added={added} removed={removed} /> : <Sizes file={file} />}
        {modes && (
          <span>
            mode {modes[0]} → {modes[1]}
          </span>
        )}
      </h3>
      {unshown && <p>{UNSHOWN[unshown]}</p>}
      {movedFrom && <p>The same bytes, at another path.</p>}
      {hunks.length > 0 && <DiffLines path={path} hunks={hunks} />}
      {moreLines > 0 && (
        <p>
          {moreLines.toLocaleString('en')} more changed {moreLines === 1 ? 'line is' : 'lines are'} not shown.
        </p>
      )}
    </section>
  );
}
