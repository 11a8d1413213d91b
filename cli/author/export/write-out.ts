import { chmodSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { CliError, EXIT } from '../../errors';
import type { OutFile } from './exported';

/** @throws CliError `out_exists` for a folder that holds something, unless forced */
export function assertEmpty(out: string, force: boolean): void {
  let names: string[] = [];
  try {
    names = readdirSync(out);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOTDIR') throw new CliError('out_exists', EXIT.failure, `${out} is no folder.`);
    if (code !== 'ENOENT') throw error;
  }
  if (names.length === 0 || force) return;
  throw new CliError('out_exists', EXIT.failure, `${out} is not empty.`, [
    'Name another folder with --out. With --force files are added to it, and none of its own is replaced.',
  ]);
}

/** Writes new files only: whatever has the same name already stays, and ends it. */
export function writeOut(out: string, files: readonly OutFile[]): void {
  for (const file of files) {
    const path = join(out, file.path);
    mkdirSync(dirname(path), { recursive: true });
    try {
      if ('leadsTo' in file) symlinkSync(file.leadsTo, path);
      else writeFileSync(path, file.bytes, { flag: 'wx' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      throw new CliError('out_exists', EXIT.failure, `${path} exists already, and was left as it is.`);
    }
    // Not through the mask of the process: the other tool reads permissions from here.
    if (!('leadsTo' in file)) chmodSync(path, file.perm);
  }
}
