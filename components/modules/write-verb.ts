import { homeDest } from '@/lib/modules/claims';
import type { WriteDto, WriteMode } from '@/types/module';

/** What each mode does to a path, said as a verb, with the colour of its consequence. */
export const WRITE_VERBS = {
  copy: { verb: 'creates', tone: 'ok' },
  template: { verb: 'fills in', tone: 'ok' },
  link: { verb: 'links', tone: 'info' },
  'create-only': { verb: 'only if absent', tone: 'info' },
  block: { verb: 'edits a block', tone: 'warn' },
  'source-line': { verb: 'adds a line', tone: 'warn' },
} as const satisfies Record<WriteMode, { verb: string; tone: 'ok' | 'info' | 'warn' }>;

export type WriteGroup = { directory: string; rows: { file: string; write: WriteDto }[] };

/** Groups writes by directory, in order of path. */
export function groupWrites(writes: WriteDto[]): WriteGroup[] {
  const groups = new Map<string, WriteGroup>();
  const sorted = writes.map((write) => ({ path: homeDest(write.dest), write }));
  sorted.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  for (const { path, write } of sorted) {
    const cut = path.lastIndexOf('/');
    const directory = cut < 0 ? '' : path.slice(0, cut + 1);
    const group = groups.get(directory) ?? { directory, rows: [] };
    group.rows.push({ file: path.slice(cut + 1), write });
    groups.set(directory, group);
  }
  return [...groups.values()];
}

/** The machines that a write is for: `on macos, linux`; empty when on all. */
export function conditionOf(write: WriteDto): string {
  return [...(write.when?.os ?? []), ...(write.when?.arch ?? [])].join(', ');
}
