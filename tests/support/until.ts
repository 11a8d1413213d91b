import { setTimeout } from 'node:timers/promises';

/** Reads a value again and again until it fits, and answers it; after `seconds` it answers the last one as it is. */
export async function until<T>(read: () => Promise<T>, fits: (value: T) => boolean, seconds = 10): Promise<T> {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const value = await read();
    if (fits(value) || Date.now() > deadline) return value;
    await setTimeout(50);
  }
}
