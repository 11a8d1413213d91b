import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ensureOwnFolders } from '@/cli/apply/own-folders';
import { lockHolder, takeLock } from '@/cli/apply/process-lock';
import { ownPaths } from '@/cli/own-paths';
import { makeHome, temporaryFolder } from './support/context';
import { buildScript } from './support/drill-runner';

async function lockedHome() {
  const home = makeHome();
  await ensureOwnFolders(home);
  return home;
}

/** A lock file as the process that is described would have written it. */
function leave(home: ReturnType<typeof makeHome>, holder: Record<string, unknown>): void {
  writeFileSync(join(ownPaths(home).processLock, '7'), JSON.stringify(holder));
}

const bootId = () => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();

it('locks a second taker out, names the process, and lets it in afterwards', async () => {
  const home = await lockedHome();
  const { release } = takeLock(home);
  expect(() => takeLock(home)).toThrow(`process ${process.pid}`);
  expect(lockHolder(home)?.pid).toBe(process.pid);
  release();
  expect(lockHolder(home)).toBeNull();
  takeLock(home).release();
  expect(readdirSync(ownPaths(home).processLock)).toHaveLength(1);
  expect(statSync(home.own.state).mode & 0o777).toBe(0o700);
});

it('takes over from a dead process, from a number that was used again, and from before the last boot', async () => {
  const dead = await lockedHome();
  leave(dead, { pid: 2 ** 22 + 1, host: hostname(), started: '1', boot: bootId() });
  takeLock(dead).release();

  const reused = await lockedHome();
  leave(reused, { pid: process.pid, host: hostname(), started: '1', boot: bootId() });
  takeLock(reused).release();

  const rebooted = await lockedHome();
  leave(rebooted, { pid: 1, host: hostname(), started: null, boot: 'another boot' });
  takeLock(rebooted).release();
});

it('does not take over from a process of another machine, nor from garbage that is no holder', async () => {
  const elsewhere = await lockedHome();
  leave(elsewhere, { pid: 1, host: 'another-machine', started: '1', boot: 'x' });
  expect(() => takeLock(elsewhere)).toThrow('another-machine');

  const garbage = await lockedHome();
  writeFileSync(join(ownPaths(garbage).processLock, '7'), '\0\0\0');
  takeLock(garbage).release();
});

it('lets one process in at a time when many find a dead holder at once', { timeout: 120_000 }, async () => {
  const home = await lockedHome();
  leave(home, { pid: 2 ** 22 + 1, host: hostname(), started: '1', boot: bootId() });
  const counter = join(home.root, 'counter');
  writeFileSync(counter, '0');
  const script = await buildScript(temporaryFolder(), 'lock-child.ts');
  const takers = Array.from({ length: 6 }, () => spawn(process.execPath, [script, home.root, counter, '25']));
  const codes = await Promise.all(takers.map((taker) => once(taker, 'close').then(([code]) => code)));
  expect(codes).toEqual(takers.map(() => 0));
  // Reading and writing the number is one step only for who is alone.
  expect(readFileSync(counter, 'utf8')).toBe(String(6 * 25));
});
