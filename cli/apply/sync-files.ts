import { close, fsync } from 'node:fs';
import { promisify } from 'node:util';

const fsyncOf = promisify(fsync);
const closeOf = promisify(close);

/**
 * Makes the contents of open files durable and closes them. All at once: the file system writes one batch of its own journal
 * for many waiting files, where one after the other each waits for a batch of its own.
 */
export async function syncAndClose(fds: readonly number[]): Promise<void> {
  const synced = await Promise.allSettled(fds.map((fd) => fsyncOf(fd)));
  await Promise.all(fds.map((fd) => closeOf(fd)));
  for (const outcome of synced) if (outcome.status === 'rejected') throw outcome.reason;
}
