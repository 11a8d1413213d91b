import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { errnoOf } from './errno';

/** A process that cannot be taken for another: `started` and `boot` tell a number that was used again. */
export type ProcessIdentity = { pid: number; host: string; started: string | null; boot: string | null };

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return null;
  }
}

/** Field 22 of `/proc/<pid>/stat`: ticks from boot to the start. The name before it may hold spaces and brackets. */
const startOf = (pid: number): string | null => {
  const stat = read(`/proc/${pid}/stat`);
  return stat === null ? null : (stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null);
};

export const thisProcess = (): ProcessIdentity => ({
  pid: process.pid,
  host: hostname(),
  started: startOf(process.pid),
  boot: read('/proc/sys/kernel/random/boot_id'),
});

/** Whether that process still runs. One of another machine, as on a shared disk, is taken to be alive: it cannot be asked. */
export function isAlive(holder: ProcessIdentity): boolean {
  if (holder.host !== hostname()) return true;
  const boot = read('/proc/sys/kernel/random/boot_id');
  if (holder.boot !== null && boot !== null && holder.boot !== boot) return false;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if (errnoOf(error) !== 'EPERM') return false;
  }
  const started = startOf(holder.pid);
  return holder.started === null || started === null || holder.started === started;
}
