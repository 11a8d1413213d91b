import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ArchiveReport } from '@/lib/archive/verify';

import { disagreement } from './agreement';
import { plant, TREES, type Tree } from './honest-trees';
import { WRITERS, type Writer } from './honest-writers';
import { judge } from './judge';
import { availableTools } from './tools';

export type HonestFigures = { archives: number; accepted: number; faults: string[]; notWritten: string[] };

const sha256 = (bytes: string | Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** Whether the report describes the tree on the disk: paths, contents, executable bits, and what was dropped. */
function reportFault(report: ArchiveReport, tree: Tree, writer: Writer): string | null {
  if (!report.ok || report.findings.length > 0) return JSON.stringify(report.findings.slice(0, 3));
  const line = ({ path, sha, run }: { path: string; sha: string; run: boolean }) => `${path} ${sha} ${run}`;
  const theirs = report.files
    .map(({ path, sha256: sha, mode }) => line({ path, sha, run: (mode & 0o100) !== 0 }))
    .sort();
  const dropped = new Set(tree.dropped);
  const ours = Object.entries(tree.files)
    .filter(([path]) => !dropped.has(path))
    .map(([path, { body, mode }]) => line({ path, sha: sha256(body), run: ((mode ?? 0) & 0o100) !== 0 }))
    .sort();
  if (JSON.stringify(theirs) !== JSON.stringify(ours))
    return `${theirs.length} files instead of ${ours.length}, or other ones`;
  const expected = writer.drops === true ? [] : [...tree.dropped].sort();
  return JSON.stringify([...report.dropped].sort()) === JSON.stringify(expected) ? null : `dropped ${report.dropped}`;
}

/** Packs every tree with every writer, and judges each archive. Files lie in a temporary folder that is removed. */
export async function runHonest(): Promise<HonestFigures> {
  const tools = availableTools();
  const figures: HonestFigures = { archives: 0, accepted: 0, faults: [], notWritten: [] };
  const root = mkdtempSync(join(tmpdir(), 'dotkit-honest-'));
  try {
    let planted = 0;
    for (const writer of WRITERS) {
      if (writer.tool !== 'node' && !tools.has(writer.tool)) continue;
      for (const tree of TREES) {
        if (tree.longest > writer.longestPath || tree.longestName > writer.longestName) continue;
        const label = `${writer.name}, ${tree.name}`;
        const folder = join(root, `${planted++}`, 'sample');
        mkdirSync(folder, { recursive: true });
        plant(folder, tree);
        let packed: Buffer;
        try {
          packed = await writer.write(folder, tree);
        } catch (error) {
          figures.notWritten.push(`${label}: ${error instanceof Error ? error.message.slice(0, 200) : error}`);
          continue;
        }
        figures.archives += 1;
        const report = await judge(packed);
        const fault = reportFault(report, tree, writer) ?? (await disagreement(packed, report));
        if (fault === null) figures.accepted += 1;
        else figures.faults.push(`${label}: ${fault}`);
      }
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
  return figures;
}
