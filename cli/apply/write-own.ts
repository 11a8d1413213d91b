import { closeSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Home } from '../types';
import { writeAll } from './file-hash';
import { inParent } from './folder-handle';
import { ensureFolder } from './own-folders';
import { syncAndClose } from './sync-files';

/**
 * Replaces one file of dotkit's own outside of any transaction (settings, credentials): whole or not at all, readable for its owner
 * only, durable when it resolves. Errors: `path_obstructed` (conflict).
 */
export async function writeOwn(home: Home, path: string, bytes: Uint8Array): Promise<void> {
  ensureFolder(home, dirname(path));
  const suffix = `.${process.pid}.tmp`;
  const fd = inParent(home, path, (folder, name) => {
    rmSync(folder.at(name + suffix), { force: true });
    return openSync(folder.at(name + suffix), 'wx', 0o600);
  });
  if (fd === null) throw new Error(`${dirname(path)} is gone`);
  try {
    writeAll(fd, bytes);
  } catch (error) {
    closeSync(fd);
    throw error;
  }
  await syncAndClose([fd]);
  inParent(home, path, (folder, name) => {
    renameSync(folder.at(name + suffix), folder.at(name));
    folder.sync();
  });
}
