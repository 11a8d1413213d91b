import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeArchive } from './archives';
import { atMost, type Bench, median, type Row } from './settings';

const SIZES_MIB = [1, 10, 19];
const MEMORY_MIB = 64;
type Measured = { grown: number; pairs: { ours: number; theirs: number }[] };

async function measureArchive(path: string, small: string, rounds: number): Promise<Measured> {
  const child = fork(fileURLToPath(new URL('verifier-process.ts', import.meta.url)));
  try {
    await once(child, 'message');
    child.send({ path, small, rounds });
    const died = once(child, 'exit').then(([code]) => {
      throw new Error(`the verifying process ended with ${code}`);
    });
    died.catch(() => undefined);
    const [measured] = (await Promise.race([once(child, 'message'), died])) as [Measured];
    return measured;
  } finally {
    if (child.connected) child.disconnect();
  }
}

function rowsOf(bytes: number, { grown, pairs }: Measured): Row[] {
  const [ours, theirs] = [median(pairs.map((pair) => pair.ours)), median(pairs.map((pair) => pair.theirs))];
  const size = `${(bytes / 1e6).toFixed(1)} MB`;
  return [
    {
      goal: 'S11',
      what: `verifying ${size} ÷ sha256 + gunzip + tar listing, CPU`,
      ...atMost(median(pairs.map((pair) => pair.ours / pair.theirs)), 1.5),
      method: `${Math.round(ours * 1000)} ms ÷ ${Math.round(theirs * 1000)} ms, one process, 256-kB chunks, half text, half pictures`,
    },
    {
      goal: 'S11',
      what: `memory growth, ${size}`,
      ...atMost(grown, MEMORY_MIB, ' MiB'),
      method: 'peak resident memory of a warm process, the kept bytes included',
    },
  ];
}

/** S11: what verification adds to the one pass over the bytes that nobody can avoid. */
export const measureVerifier: Bench = async ({ rounds }) => {
  const folder = mkdtempSync(join(tmpdir(), 'dotkit-bench-archives-'));
  try {
    const files: { path: string; bytes: number }[] = [];
    for (const mib of SIZES_MIB) {
      const path = join(folder, `${mib}.tgz`);
      files.push({ path, bytes: await writeArchive(path, mib) });
    }
    const small = files[0]?.path ?? '';
    const rows: Row[] = [];
    for (const { path, bytes } of files) rows.push(...rowsOf(bytes, await measureArchive(path, small, rounds)));
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
