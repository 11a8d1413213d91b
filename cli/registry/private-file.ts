import { randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

import { CliError, EXIT } from '../errors';

const OTHERS = 0o077;

/** A name beside a file that no other process uses. */
export const besideName = (path: string): string =>
  join(dirname(path), `.${process.pid}-${randomBytes(6).toString('hex')}.dotkit-tmp`);

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** The text of a file of dotkit's own; null when there is none. */
export function readOwnFile(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** The text of a file that only its owner may read; null when there is none. @throws CliError readable_by_others (1) */
export function readSecretFile(path: string): string | null {
  let fd: number;
  try {
    fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
  try {
    const { mode, uid } = fstatSync(fd);
    if ((mode & OTHERS) !== 0)
      throw new CliError('readable_by_others', EXIT.failure, `${path} holds secrets, and others may read it.`, [
        `Close it with: chmod 600 ${path}`,
        'If others use this machine, sign in anew and revoke the old token.',
      ]);
    if (uid !== process.getuid?.() && process.getuid?.() !== 0)
      throw new CliError('readable_by_others', EXIT.failure, `${path} belongs to another user.`);
    return readFileSync(fd, 'utf8');
  } finally {
    closeSync(fd);
  }
}

/** Replaces a file as a whole, readable by its owner alone: a crash leaves the old one or the new one. */
export function writePrivateFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const temporary = besideName(path);
  const fd = openSync(temporary, 'wx', 0o600);
  try {
    try {
      // A umask may only have taken more away.
      fchmodSync(fd, 0o600);
      writeFileSync(fd, text);
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
