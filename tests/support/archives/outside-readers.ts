import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ArchiveReport } from '@/lib/archive/verify';

export type Accepted = { packed: Buffer; report: ArchiveReport };

const ENV = { ...process.env, LC_ALL: 'C.UTF-8' };

const PYTHON = `
import sys, tarfile, json, os
for name in sorted(os.listdir(sys.argv[1]), key=int):
    rows = []
    try:
        with tarfile.open(os.path.join(sys.argv[1], name), "r:gz") as t:
            for m in t:
                if m.isdir(): continue
                rows.append([m.name if m.isreg() else "!" + m.name, m.size])
    except Exception as e:
        rows = [["!" + repr(e), 0]]
    print(json.dumps(rows))
`;

const clean = (path: string): string => path.replace(/^\.\//, '');

/** The paths that the report stands for, as they lie in the archive, without what was dropped. */
function isSame(report: ArchiveReport, paths: readonly string[]): boolean {
  const top = paths
    .map(clean)
    .find((path) => /^(?:[^/]+\/)?dotkit\.json$/.test(path))
    ?.replace(/dotkit\.json$/, '');
  if (top === undefined) return false;
  const ours = [...report.files.map(({ path }) => path), ...report.dropped].sort();
  const strip = (path: string): string => (path.startsWith(top) ? path.slice(top.length) : path);
  const theirs = paths.map((path) => strip(clean(path))).sort();
  return JSON.stringify(ours) === JSON.stringify(theirs);
}

/** Lists with a program that prints one line for each entry, of which `row` takes the type and the path. */
function lister(command: string, args: readonly string[], row: RegExp): (file: string) => string[] {
  return (file) => {
    const { status, stdout } = spawnSync(command, [...args, file], { env: ENV, encoding: 'utf8' });
    if (status !== 0) return [`!exit ${status}`];
    const rows = stdout.split('\n').filter((line) => line !== '');
    return rows
      .filter((line) => !line.startsWith('d'))
      .map((line) => (line.startsWith('-') ? row.exec(line)?.[1] : undefined) ?? `!${line}`);
  };
}

/** Reads accepted archives with Python, GNU tar and bsdtar, as far as they are here, and names each that reads differently. */
export function disagreeOutside(accepted: readonly Accepted[], tools: ReadonlySet<string>): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'dotkit-readers-'));
  const faults: string[] = [];
  try {
    for (const [index, { packed }] of accepted.entries()) writeFileSync(join(folder, `${index}`), packed);
    if (tools.has('python3')) {
      const { stdout } = spawnSync('python3', ['-c', PYTHON, folder], {
        env: ENV,
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      });
      for (const [index, line] of stdout.trim().split('\n').entries()) {
        const rows: [string, number][] = JSON.parse(line);
        const report = accepted[index]?.report;
        if (
          report !== undefined &&
          !isSame(
            report,
            rows.map(([path]) => path),
          )
        )
          faults.push(`Python, ${index}: ${line.slice(0, 200)}`);
      }
    }
    const readers = [
      ['tar', lister('tar', ['--quoting-style=literal', '--numeric-owner', '-tvzf'], /^\S+ +\S+ +\d+ +\S+ +\S+ (.*)$/)],
      ['bsdtar', lister('bsdtar', ['--numeric-owner', '-tvzf'], /^\S+ +\d+ +\S+ +\S+ +\d+ +\S+ +\S+ +\S+ (.*)$/)],
    ] as const;
    for (const [tool, list] of readers) {
      if (!tools.has(tool)) continue;
      for (const [index, { report }] of accepted.entries()) {
        const paths = list(join(folder, `${index}`));
        if (!isSame(report, paths)) faults.push(`${tool}, ${index}: ${paths.join(' ').slice(0, 200)}`);
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return faults;
}
