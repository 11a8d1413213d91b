import { linkSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readJson } from './files.mjs';

/** When the process began, in the kernel's ticks: a number reused by another process has another beginning. */
function startedTicks(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

function isAlive({ pid, ticks }) {
  if (!Number.isInteger(pid)) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  return ticks === null || startedTicks(pid) === ticks;
}

const lockPath = (dataDir) => join(dataDir, 'engines.lock');

/** The living owner of a data directory, `{pid, ticks}`, or null. */
export function lockOwner(dataDir) {
  const owner = readJson(lockPath(dataDir));
  return owner && isAlive(owner) ? owner : null;
}

const POLL_MS = 100;
/** Longer than a start, and than a stop that lets requests end. */
const PATIENCE_MS = 25_000;

/**
 * Takes the directory for this process and resolves to the function that gives it back.
 * Waits while its owner is just stopping (the hand-over is gone by then). Throws naming the owner when it
 * stays; the lock of a killed process is taken over.
 */
export async function takeLock(dataDir) {
  const path = lockPath(dataDir);
  const mine = `${path}.${process.pid}`;
  writeFileSync(mine, JSON.stringify({ pid: process.pid, ticks: startedTicks(process.pid) }), { mode: 0o600 });
  try {
    for (const deadline = Date.now() + PATIENCE_MS; ; ) {
      try {
        linkSync(mine, path);
        return () => rmSync(path, { force: true });
      } catch (error) {
        if (error.code !== 'EEXIST') throw error;
      }
      const owner = lockOwner(dataDir);
      if (!owner) removeStale(dataDir, path, mine);
      else if (handOverPid(dataDir) === owner.pid || Date.now() > deadline)
        throw new Error(`${dataDir} is in use by process ${owner.pid}. Stop it first, or name another --data.`);
      else await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  } finally {
    rmSync(mine, { force: true });
  }
}

const handOverPid = (dataDir) => readJson(join(dataDir, 'engines.json'))?.pid;

/** Two starters may both see the same dead owner: whoever moved a living lock aside puts it back. */
function removeStale(dataDir, path, mine) {
  const aside = `${mine}.stale`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  const moved = readJson(aside);
  if (moved && isAlive(moved) && !lockOwner(dataDir)) {
    try {
      linkSync(aside, path);
    } catch {}
  }
  unlinkSync(aside);
}
