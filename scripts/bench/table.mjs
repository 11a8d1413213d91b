import { execFileSync } from 'node:child_process';
import { cpus, release, type } from 'node:os';

const COLUMNS = [
  ['goal', ({ goal }) => goal],
  ['what', ({ what }) => what],
  ['measured', ({ measured, failure }) => (failure ? 'not measured' : measured)],
  ['target', ({ target }) => target],
  ['', ({ met, failure }) => (failure ? 'FAILED' : met === undefined ? '' : met ? 'met' : 'MISSED')],
  ['method', ({ method, failure }) => failure ?? method],
];

function commit() {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return 'no repository';
  }
}

/** Prints the measurements, the method beside each, and what stood under them. */
export function printTable(rows, { modules, rounds, seconds, pinned }) {
  const cells = [COLUMNS.map(([title]) => title), ...rows.map((row) => COLUMNS.map(([, cell]) => String(cell(row))))];
  const widths = COLUMNS.map((_, column) => Math.max(...cells.map((line) => line[column].length)));
  for (const line of cells)
    console.log(
      line
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    );
  const held = pinned ? 'servers on one core, load and engines on the other' : 'no core pinning on this machine';
  const met = rows.filter((row) => row.met).length;
  const promised = rows.filter((row) => row.met !== undefined || row.failure).length;
  console.log(
    `\n${met} of ${promised} met · ${modules} modules · ${rounds} rounds of ${seconds} s, order reversed each round, median · ${held}`,
  );
  console.log(
    `${commit()} · Node ${process.version} · ${type()} ${release()} · ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`,
  );
}
