import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Cost } from './bomb-child';
import { bombs, writeBomb } from './bombs';

const ROOT = join(import.meta.dirname, '../../..');
const UNPACKED_LIMIT = 100 * 1024 * 1024 + 64 * 1024;

export type BombFigure = Cost & { name: string; packedBytes: number; faults: string[] };

function faultsOf(cost: Cost, code: string): string[] {
  const faults: string[] = [];
  if (cost.ok) faults.push('accepted');
  if (!cost.codes.some((one) => one.startsWith(code)))
    faults.push(`refused as ${cost.codes.slice(0, 3)} instead of ${code}`);
  if (cost.cpuMs > 2000) faults.push('CPU over 2 s');
  if (cost.extraMiB > 64) faults.push('memory over 64 MiB');
  if (cost.unpackedBytes > UNPACKED_LIMIT) faults.push('read past the limit + 64 KiB');
  return faults;
}

/** Verifies each bomb in a process of its own and measures CPU and memory there. */
export async function runBombs(scale: number): Promise<BombFigure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'dotkit-bombs-'));
  const figures: BombFigure[] = [];
  try {
    for (const bomb of bombs(scale)) {
      const path = join(folder, 'bomb.tgz');
      await writeBomb(bomb, path);
      const child = spawnSync(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'bomb-child.ts'), path], {
        cwd: ROOT,
        timeout: 60_000,
        encoding: 'utf8',
      });
      if (child.status !== 0)
        throw new Error(`${bomb.name}: the child ended with ${child.status} ${child.signal}: ${child.stderr}`);
      const cost: Cost = JSON.parse(child.stdout);
      figures.push({ ...cost, name: bomb.name, packedBytes: statSync(path).size, faults: faultsOf(cost, bomb.code) });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return figures;
}

export const bombLine = ({ name, cpuMs, extraMiB, unpackedBytes, packedBytes, codes, faults }: BombFigure): string =>
  `${name}: ${packedBytes} B packed, ${unpackedBytes} B unpacked, CPU ${cpuMs.toFixed(0)} ms, memory +${extraMiB.toFixed(1)} MiB, ${codes[0]}${faults.length > 0 ? ` FAULT ${faults.join(', ')}` : ''}`;
