import 'server-only';
import { readFilesFromArchive } from '@/lib/archive/read-file';
import { DomainError } from '@/lib/errors';
import { objectKeys } from '@/lib/infra/object-keys';
import { readObject } from '@/lib/infra/s3';
import { Semaphore } from '@/lib/infra/semaphore';
import { decodeText } from '@/lib/utils/decode-text';
import type { DiffUnshown, FileDiffDto, VersionDiffDto } from '@/types/diff';
import type { FileDto, VersionDto } from '@/types/module';
import { type FileChange, fileChanges } from './file-changes';
import { diffLines } from './line-diff';

/** Changed files that are named, and how much of them is read and shown. What lies beyond is counted. */
const MAX_FILES = 400;
const MAX_FILE_BYTES = 256 * 1024;
const MAX_READ_BYTES = 4 * 1024 * 1024;
const MAX_FILE_LINES = 500;
const MAX_LINES = 3000;
/** Milliseconds for comparing lines, whatever the archives are. */
const BUDGET_MS = 1500;

/** Unpacking two archives and comparing them keeps a core busy: visitors of other pages share it. */
const fewAtATime = new Semaphore(2);

const contentDiffers = ({ before, after }: FileChange) => before?.sha256 !== after?.sha256;
const isSmall = (file: FileDto | null) => (file?.size ?? 0) <= MAX_FILE_BYTES;

const whyUnread = ({ before, after }: FileChange): DiffUnshown =>
  isSmall(before) && isSmall(after) ? 'budget' : 'large';

/** The changes whose bytes are read: in order, as long as the bound of bytes lasts on either side. */
function readable(changes: FileChange[]): Set<FileChange> {
  const left = { before: MAX_READ_BYTES, after: MAX_READ_BYTES };
  return new Set(
    changes.filter((change) => {
      const { before, after } = change;
      if (!contentDiffers(change) || !isSmall(before) || !isSmall(after)) return false;
      if ((before?.size ?? 0) > left.before || (after?.size ?? 0) > left.after) return false;
      left.before -= before?.size ?? 0;
      left.after -= after?.size ?? 0;
      return true;
    }),
  );
}

async function read(sha256: string, files: (FileDto | null)[]): Promise<Map<string, Buffer>> {
  const paths = new Set(files.flatMap((file) => (file ? [file.path] : [])));
  if (paths.size === 0) return new Map();
  const chunks = await readObject(objectKeys.artifact(sha256));
  if (!chunks) throw new DomainError('storage_down');
  return readFilesFromArchive(chunks, paths, MAX_FILE_BYTES);
}

const changeOf = (change: FileChange): FileDiffDto['change'] => {
  if (!change.before) return 'added';
  if (!change.after) return 'removed';
  if (contentDiffers(change)) return 'changed';
  return change.before.path === change.after.path ? 'mode' : 'moved';
};

const shape = (file: FileDto) => ({ size: file.size, mode: file.mode });

function named(change: FileChange): FileDiffDto {
  const { path, before, after } = change;
  const kind = changeOf(change);
  return {
    path,
    ...(kind === 'moved' && before ? { movedFrom: before.path } : {}),
    change: kind,
    ...(before ? { before: shape(before) } : {}),
    ...(after ? { after: shape(after) } : {}),
    added: 0,
    removed: 0,
    hunks: [],
    moreLines: 0,
  };
}

/** The text of one side: '' where the file is not, null where it is no text. */
const textOf = (file: FileDto | null, bytes: Map<string, Buffer>) =>
  file ? decodeText(bytes.get(file.path) ?? Buffer.alloc(0)) : '';

type Budget = { lines: number; until: number };

function compared(change: FileChange, old: Map<string, Buffer>, fresh: Map<string, Buffer>, budget: Budget) {
  const file = named(change);
  const unshown = (why: DiffUnshown): FileDiffDto => ({ ...file, unshown: why });
  const [before, after] = [textOf(change.before, old), textOf(change.after, fresh)];
  if (before === null || after === null) return unshown('binary');
  if (Date.now() > budget.until) return unshown('budget');
  const lines = diffLines(before, after, Math.min(MAX_FILE_LINES, budget.lines));
  if (!lines) return unshown('large');
  budget.lines -= lines.hunks.reduce((sum, hunk) => sum + hunk.length, 0);
  return { ...file, ...lines };
}

/** What became of each file between two archives. Each is read once, and only its changed files are kept. Throws `storage_down`. */
export async function compareArchives(from: VersionDto, to: VersionDto): Promise<VersionDiffDto> {
  const all = fileChanges(from.files, to.files);
  const changes = all.slice(0, MAX_FILES);
  const wanted = readable(changes);
  return fewAtATime.run(async () => {
    const [old, fresh] = [
      await read(
        from.sha256,
        [...wanted].map(({ before }) => before),
      ),
      await read(
        to.sha256,
        [...wanted].map(({ after }) => after),
      ),
    ];
    const budget = { lines: MAX_LINES, until: Date.now() + BUDGET_MS };
    const files: FileDiffDto[] = [];
    for (const change of changes) {
      if (wanted.has(change)) files.push(compared(change, old, fresh, budget));
      else files.push(contentDiffers(change) ? { ...named(change), unshown: whyUnread(change) } : named(change));
      // Others get their turn between two files.
      await new Promise((resolve) => setImmediate(resolve));
    }
    return { files, ...totals(all, files), moreFiles: all.length - files.length };
  });
}

function totals(all: FileChange[], files: FileDiffDto[]): Pick<VersionDiffDto, 'counts' | 'lines'> {
  const counts = { added: 0, removed: 0, changed: 0, moved: 0 };
  for (const change of all) {
    const kind = changeOf(change);
    counts[kind === 'mode' ? 'changed' : kind] += 1;
  }
  const sum = (key: 'added' | 'removed') => files.reduce((total, file) => total + file[key], 0);
  return { counts, lines: { added: sum('added'), removed: sum('removed') } };
}
