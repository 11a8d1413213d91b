import { ArchiveFault } from './fault';

/**
 * The chunks of a source, until `deadlineMs` has passed (fault archive-deadline) or the signal aborts (its reason is thrown).
 * The source is told to stop but not waited for: one that sends a byte a second, or nothing more, would never answer.
 */
export async function* timedChunks(
  chunks: AsyncIterable<Uint8Array>,
  deadlineMs: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array, void, undefined> {
  const iterator = chunks[Symbol.asyncIterator]();
  let stop: (reason: unknown) => void = () => undefined;
  const stopped = new Promise<never>((_, reject) => {
    stop = reject;
  });
  stopped.catch(() => undefined);
  const onAbort = () => stop(signal?.reason);
  const timer = setTimeout(() => stop(new ArchiveFault('archive-deadline')), deadlineMs);
  if (signal?.aborted === true) onAbort();
  signal?.addEventListener('abort', onAbort);
  let done = false;
  try {
    for (;;) {
      const next = await Promise.race([stopped, iterator.next()]);
      if (next.done === true) {
        done = true;
        return;
      }
      yield next.value;
    }
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
    if (!done) iterator.return?.().catch(() => undefined);
  }
}
