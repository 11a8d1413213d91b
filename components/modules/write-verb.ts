import { homeDest } from '@/lib/manifest/claims';
import type { WriteDto, WriteMode } from '@/types/module';

type Verb = { verb: string; tone: 'ok' | 'info' | 'warn'; means: string };

/** What each mode does to a path, said as a verb, with the colour of its consequence. */
export const WRITE_VERBS = {
  copy: {
    verb: 'creates',
    tone: 'ok',
    means: 'A copy of the file from the archive. What lay there before is backed up.',
  },
  template: {
    verb: 'fills a template',
    tone: 'ok',
    means: 'The file from the archive with your answers in its blanks. No code runs to fill them.',
  },
  link: { verb: 'links', tone: 'info', means: 'A symbolic link to the file in dotkit’s store.' },
  'create-only': { verb: 'only if absent', tone: 'info', means: 'Created once, then yours: never overwritten.' },
  block: {
    verb: 'edits a block',
    tone: 'warn',
    means: 'A part of your file between two markers. The rest of the file stays as it is.',
  },
  'source-line': {
    verb: 'adds a line',
    tone: 'warn',
    means: 'One line at the end of your file, taken out again when you uninstall.',
  },
} as const satisfies Record<WriteMode, Verb>;

export type WriteRow = { file: string; write: WriteDto };
export type WriteFolder = { path: string; folders: WriteFolder[]; rows: WriteRow[]; count: number };

/** A folder with nothing but one folder in it is one step with it: `~/.config/nvim/`. */
function joined(folder: WriteFolder): WriteFolder {
  const [only] = folder.folders;
  if (only && folder.rows.length === 0 && folder.folders.length === 1)
    return joined({ ...only, path: folder.path + only.path });
  return { ...folder, folders: folder.folders.map(joined) };
}

/** Writes as a tree of folders below the home directory, in order of path. */
export function writeTree(writes: WriteDto[]): WriteFolder[] {
  const root: WriteFolder = { path: '', folders: [], rows: [], count: 0 };
  const sorted = writes.map((write) => ({ steps: homeDest(write.dest).split('/'), write }));
  sorted.sort((a, b) => (a.steps.join('/') < b.steps.join('/') ? -1 : 1));
  for (const { steps, write } of sorted) {
    let folder = root;
    for (const step of steps.slice(0, -1)) {
      const path = `${step}/`;
      let next = folder.folders.find((one) => one.path === path);
      if (!next) {
        next = { path, folders: [], rows: [], count: 0 };
        folder.folders.push(next);
      }
      next.count += 1;
      folder = next;
    }
    folder.rows.push({ file: steps.at(-1) ?? '', write });
  }
  return root.folders.map(joined);
}

/** Every row of the tree, each with its whole folder. */
export const flatWrites = (folders: WriteFolder[], above = ''): { path: string; write: WriteDto }[] =>
  folders.flatMap(({ path, folders: below, rows }) => [
    ...rows.map(({ file, write }) => ({ path: above + path + file, write })),
    ...flatWrites(below, above + path),
  ]);

/** The machines that a write is for: `macos, linux`; empty when all. */
export function conditionOf(write: WriteDto): string {
  return [...(write.when?.os ?? []), ...(write.when?.arch ?? [])].join(', ');
}
