import { formatBytes } from '@/lib/utils/format-bytes';

import type { Output } from '../context';
import type { Sink } from './terminal';
import { plain } from './text';

const BAR = 24;
const REDRAW_MS = 80;
const ERASE_LINE = '\r\u001b[2K';

const SILENT = { add: () => undefined, end: () => undefined };

function lineOf(label: string, done: number, total: number, columns: number): string {
  const share = total > 0 ? Math.min(done / total, 1) : 1;
  const filled = Math.round(share * BAR);
  const bar = `${'█'.repeat(filled)}${'░'.repeat(BAR - filled)}`;
  const figures = `${formatBytes(done)} of ${formatBytes(total)}`;
  const room = columns - BAR - figures.length - 4;
  return room < 8 ? figures.slice(0, columns - 1) : `${label.slice(0, room)} ${bar} ${figures}`;
}

/** Bars on a terminal, one at a time, erased at their end. Own code of thirty lines: a prompt library costs every start more. */
export function progressOn({ isTerminal, columns, draw }: Sink): Output['progress'] {
  return (label, totalBytes) => {
    if (!isTerminal) return SILENT;
    const name = plain(label).replace(/\s+/g, ' ');
    let done = 0;
    let drawnAt = 0;
    return {
      add: (bytes) => {
        done += bytes;
        const now = Date.now();
        if (now - drawnAt < REDRAW_MS) return;
        drawnAt = now;
        draw(`\r${lineOf(name, done, totalBytes, columns)}`);
      },
      end: () => draw(ERASE_LINE),
    };
  };
}
