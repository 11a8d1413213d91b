import { createReadStream } from 'node:fs';
import { verifyArchive } from '@/lib/archive/verify';

import { chunked, themeEntries } from './judge';
import { gz, tarOf } from './tar-bytes';

/** What one verification cost, measured in a process of its own. */
export type Cost = { codes: string[]; ok: boolean; cpuMs: number; extraMiB: number; unpackedBytes: number; ms: number };

async function main(path: string): Promise<void> {
  for (let round = 0; round < 5; round += 1) await verifyArchive(chunked(gz(tarOf(...themeEntries()))));
  const before = process.resourceUsage().maxRSS;
  const cpu = process.cpuUsage();
  const start = performance.now();
  const { findings, ok, unpackedBytes } = await verifyArchive(createReadStream(path));
  const used = process.cpuUsage(cpu);
  const cost: Cost = {
    codes: findings.map(({ code }) => code),
    ok,
    cpuMs: (used.user + used.system) / 1000,
    extraMiB: (process.resourceUsage().maxRSS - before) / 1024,
    unpackedBytes,
    ms: performance.now() - start,
  };
  process.stdout.write(JSON.stringify(cost));
}

await main(process.argv[2] ?? '');
