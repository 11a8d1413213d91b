import 'server-only';
import { after } from 'next/server';
import { log } from './log';

const running = new Set<Promise<void>>();

/** Runs work once the answer is on its way. In a server it delays a graceful stop; failures are logged, never thrown. */
export function runInBackground(name: string, work: () => Promise<void>): void {
  const guarded = async () => {
    try {
      await work();
    } catch (error) {
      log.error('background.failed', { name, error });
    }
  };
  try {
    after(guarded);
  } catch {
    const promise = guarded().finally(() => running.delete(promise));
    running.add(promise);
  }
}

/** Scripts and tests wait here before they end. */
export const backgroundSettled = async () => {
  while (running.size > 0) await Promise.all(running);
};
