import { structuredPatch } from 'diff';
import { paint, type Text, t } from './text';

const MAX_LINES = 200;

function painted(line: string): Text {
  if (line.startsWith('+')) return paint.green(line);
  if (line.startsWith('-')) return paint.red(line);
  return t`${line}`;
}

/** The lines in which two texts differ, with three lines around them. What would fill screens is cut, and says so. */
export function patchLines(before: string, after: string): Text[] {
  const { hunks } = structuredPatch('', '', before, after, undefined, undefined, { context: 3 });
  const lines = hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines: inHunk }) => [
    paint.cyan(`@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`),
    ...inHunk.map(painted),
  ]);
  if (lines.length <= MAX_LINES) return lines;
  return [...lines.slice(0, MAX_LINES), paint.dim(`… and ${lines.length - MAX_LINES} more lines`)];
}
