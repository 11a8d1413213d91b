import { closeSync } from 'node:fs';
import type { Sha256 } from '../types';
import { hashFile, openRegular } from './file-hash';

/** The hash of a regular file; null for anything else. The file is read in pieces. */
export function hashPath(path: string): Sha256 | null {
  const fd = openRegular(path);
  if (fd === null) return null;
  try {
    return hashFile(fd);
  } finally {
    closeSync(fd);
  }
}
