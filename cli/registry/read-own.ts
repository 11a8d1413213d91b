import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';

import { errnoOf } from '../apply/errno';
import { CliError, EXIT } from '../errors';

const OTHERS = 0o077;

/** The text of a file of dotkit's own; null when there is none. */
export function readOwnFile(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** The text of a file that only its owner may read; null when there is none. @throws CliError readable_by_others (1) */
export function readSecretFile(path: string): string | null {
  let fd: number;
  try {
    fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null;
    throw error;
  }
  try {
    // Asked of the open file: its name may lead to another one a moment later.
    if ((fstatSync(fd).mode & OTHERS) === 0) return readFileSync(fd, 'utf8');
  } finally {
    closeSync(fd);
  }
  throw new CliError('readable_by_others', EXIT.failure, `${path} holds secrets, and others may read it.`, [
    `Close it with: chmod 600 ${path}`,
    'If others use this machine, sign in anew and revoke the old token.',
  ]);
}
