import { close, fsync, openSync } from 'node:fs';
import { promisify } from 'node:util';
import { errnoOf } from './errno';

const fsyncOf = promisify(fsync);
const closeOf = promisify(close);
/** A system gives a process a thousand or so. */
export const MAX_OPEN = 64;

async function syncOne(fd: number): Promise<void> {
  try {
    await fsyncOf(fd);
  } catch (error) {
    // Some network file systems cannot do this for a folder; they have no more to offer.
    if (errnoOf(error) !== 'EINVAL') throw error;
  }
}

/**
 * Makes the contents of open files durable and closes them. All at once: the file system writes one batch of its own journal
 * for many waiting files, where one after the other each waits for a batch of its own.
 */
export async function syncAndClose(fds: readonly number[]): Promise<void> {
  const synced = await Promise.allSettled(fds.map(syncOne));
  await Promise.all(fds.map((fd) => closeOf(fd)));
  for (const outcome of synced) if (outcome.status === 'rejected') throw outcome.reason;
}

/** The same for files and folders by their paths, however many they are. */
export async function syncPaths(paths: readonly string[]): Promise<void> {
  for (let at = 0; at < paths.length; at += MAX_OPEN) {
    await syncAndClose(paths.slice(at, at + MAX_OPEN).map((path) => openSync(path, 'r')));
  }
}
