import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { ArchiveReport } from '@/lib/archive/verify';

import { disagreement } from './agreement';
import { oracle } from './corpora';
import { judge } from './judge';

/** Codes that say something about the module and nothing about the archive; alone they do not count as a refusal here. */
const ABOUT_THE_MODULE =
  /^(?:manifest-|src-missing|secret|ceiling-|path-missing|readme-|remote-|sudo|invisible-|binary-|config-|shell-)/;

export type CorpusFigures = {
  archives: number;
  hostile: number;
  /** Hostile archives that were accepted, refused for another reason than their structure, or refused without a path. */
  faults: string[];
  /** Archives of any label that were accepted although readers disagree about them. */
  disagreements: string[];
  rawFaults: string[];
  slowestMs: number;
  p99Ms: number;
};

const isGzip = (bytes: Buffer): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

function hostileFault(report: ArchiveReport, entries: number): string | null {
  if (report.ok) return 'accepted';
  const structural = report.findings.filter(
    ({ code, severity }) => severity === 'error' && !ABOUT_THE_MODULE.test(code),
  );
  if (structural.length === 0) return `refused only for ${report.findings.map(({ code }) => code)}`;
  return entries > 0 && !report.findings.some(({ path }) => path !== undefined) ? 'no path' : null;
}

/** Judges every archive of the corpus as it is; raw tars are packed first, and also fed raw, which must be "not gzip". */
export async function runCorpus(folder: string): Promise<CorpusFigures> {
  const figures: CorpusFigures = {
    archives: 0,
    hostile: 0,
    faults: [],
    disagreements: [],
    rawFaults: [],
    slowestMs: 0,
    p99Ms: 0,
  };
  const times: number[] = [];
  for (const row of oracle(folder)) {
    const bytes = readFileSync(join(folder, 'tar', row.file));
    const packed = isGzip(bytes) ? bytes : gzipSync(bytes);
    const start = performance.now();
    const report = await judge(packed);
    times.push(performance.now() - start);
    figures.archives += 1;
    if (row.class !== 'benign') {
      figures.hostile += 1;
      const fault = hostileFault(report, row.entries);
      if (fault !== null) figures.faults.push(`${row.file} (${row.class} ${row.flags}): ${fault}`);
    }
    if (report.ok) {
      const fault = await disagreement(packed, report);
      if (fault !== null) figures.disagreements.push(`${row.file}: ${fault}`);
    }
    if (!isGzip(bytes)) {
      const raw = await judge(bytes);
      const code = raw.findings[0]?.code;
      if (code !== 'archive-not-gzip' && code !== 'archive-empty') figures.rawFaults.push(`${row.file}: ${code}`);
    }
  }
  times.sort((a, b) => a - b);
  return { ...figures, slowestMs: times.at(-1) ?? 0, p99Ms: times[Math.floor(times.length * 0.99)] ?? 0 };
}
