// Fetches a module of 20 MiB from the registry whose address it is given, into the home it is given, and says how far its
// resident memory rose above what a small module had needed before.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { openBlobs } from '@/cli/apply/blobs';
import { findHome } from '@/cli/apply/home';
import { RegistryClient } from '@/cli/registry/client';
import { fetchModule } from '@/cli/registry/fetch-module';

const STATUS = '/proc/self/status';
const [registryUrl = '', root = ''] = process.argv.slice(2);
const home = findHome({ root, force: false }, {});
const client = new RegistryClient({ registryUrl, token: null });

async function fetchOne(ref: string): Promise<number> {
  const request = { ref, version: '1.0.0', integrity: null, range: '*', dependencies: {}, variables: {} };
  const { files } = await fetchModule(request, { home, client, blobs: openBlobs(home) });
  return [...files.values()].reduce((sum, { size }) => sum + size, 0);
}

/** The highest that resident memory has been since `forgetPeak`, where the system can forget it, else since the start. */
function peakBytes(): number {
  if (!existsSync(STATUS)) return process.resourceUsage().maxRSS * 1024;
  return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(STATUS, 'utf8'))?.[1]) * 1024;
}

/** Compiling this very program takes more memory than the fetch that is looked at. */
function forgetPeak(): void {
  if (existsSync(STATUS)) writeFileSync('/proc/self/clear_refs', '5');
}

await fetchOne('@bench/small');
global.gc?.();
forgetPeak();
const before = process.memoryUsage.rss();
const bytes = await fetchOne('@bench/large');
const peak = peakBytes();
process.stdout.write(JSON.stringify({ bytes, grown: (peak - before) / 2 ** 20 }));
