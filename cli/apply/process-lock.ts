import { randomBytes } from 'node:crypto';
import { linkSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CliError, EXIT } from '../errors';
import { ownPaths } from '../own-paths';
import type { Home } from '../types';
import { errnoOf, unlessMissing } from './errno';
import { isAlive, type ProcessIdentity, thisProcess } from './process-identity';

const ATTEMPTS = 50;

/** The numbers of the lock files, highest first. */
const generations = (folder: string): number[] =>
  readdirSync(folder)
    .filter((name) => /^\d{1,15}$/.test(name))
    .map(Number)
    .sort((a, b) => b - a);

/** Who holds a generation: null when it was given back, or when what is written there can be of no living process. */
function holderOf(path: string): ProcessIdentity | null {
  try {
    const holder: unknown = JSON.parse(readFileSync(path, 'utf8'));
    const isHolder = typeof holder === 'object' && holder !== null && 'pid' in holder && typeof holder.pid === 'number';
    return isHolder ? (holder as ProcessIdentity) : null;
  } catch (error) {
    if (error instanceof SyntaxError || errnoOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** The living process that works on this home now, if there is one. */
export function lockHolder(home: Home): ProcessIdentity | null {
  const folder = ownPaths(home).processLock;
  try {
    const [highest] = generations(folder);
    const holder = highest === undefined ? null : holderOf(join(folder, String(highest)));
    return holder !== null && isAlive(holder) ? holder : null;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Creates a generation with its content in one step; false when another process was faster. */
function claim(folder: string, generation: number): boolean {
  const draft = join(folder, `draft-${randomBytes(8).toString('hex')}`);
  writeFileSync(draft, JSON.stringify(thisProcess()), { mode: 0o600 });
  try {
    linkSync(draft, join(folder, String(generation)));
    return true;
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

const locked = (holder: ProcessIdentity, path: string): CliError =>
  new CliError('locked', EXIT.failure, `Another dotkit (process ${holder.pid} on ${holder.host}) is at work here.`, [
    'Wait until it is done, then try again.',
    `If no such process exists on ${holder.host} any more, remove ${path}.`,
  ]);

/**
 * Takes the lock of a home: one file per generation, the highest one counts. It is held while its process lives and has not emptied
 * it. A dead holder's lock is never removed (two takers could each remove the other's new one): the next generation is created,
 * which only one can. Errors: `locked` (failure), which names the process.
 */
export function takeLock(home: Home): { release: () => void } {
  const folder = ownPaths(home).processLock;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const highest = generations(folder)[0] ?? 0;
    const path = join(folder, String(highest));
    const holder = highest === 0 ? null : holderOf(path);
    if (holder !== null && isAlive(holder)) throw locked(holder, path);
    const own = highest + 1;
    if (!claim(folder, own)) continue;
    const all = generations(folder);
    // A slow taker may have claimed a number that was used and removed long ago; the higher one is the one that counts.
    if (all[0] !== own) {
      unlessMissing(() => truncateSync(join(folder, String(own))));
      continue;
    }
    for (const old of all.slice(1)) rmSync(join(folder, String(old)), { force: true });
    return { release: () => unlessMissing(() => truncateSync(join(folder, String(own)))) };
  }
  throw new CliError('locked', EXIT.failure, 'Other dotkit processes keep taking the lock of this home. Try again.');
}
