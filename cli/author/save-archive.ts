import { closeSync, copyFileSync, lstatSync, openSync, readSync, renameSync, rmSync } from 'node:fs';

import { CliError, EXIT } from '../errors';

const GZIP = [0x1f, 0x8b];

/** Whether a path is free, or holds an archive that a new one may take the place of. */
function isReplaceable(path: string): boolean {
  const entry = lstatSync(path, { throwIfNoEntry: false });
  if (entry === undefined) return true;
  if (!entry.isFile()) return false;
  const file = openSync(path, 'r');
  const head = Buffer.alloc(GZIP.length);
  const length = readSync(file, head);
  closeSync(file);
  return length === 0 || head.equals(Buffer.from(GZIP));
}

/**
 * Puts an archive in its place, whole. An older archive is replaced; anything else only when forced.
 * @throws CliError `out_exists`
 */
export function saveArchive(archive: string, out: string, force: boolean): void {
  if (!force && !isReplaceable(out)) {
    throw new CliError('out_exists', EXIT.failure, `${out} exists and is no archive.`, [
      'Name another file with --out, or replace it with --force.',
    ]);
  }
  const temporary = `${out}.${process.pid}.tmp`;
  try {
    copyFileSync(archive, temporary);
    renameSync(temporary, out);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
