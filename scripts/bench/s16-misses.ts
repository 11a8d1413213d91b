import { z } from 'zod';
import { cached } from '@/lib/infra/cache';
import { atMost, type Bench } from './settings';

const READERS = 1000;
const LOAD_MS = 50;

/** S16: a thousand readers miss at once. */
export const measureMisses: Bench = async () => {
  let loads = 0;
  const options = { key: `bench:misses:${process.pid}`, ttlSeconds: 30, schema: z.number() };
  const read = () =>
    cached(options, async () => {
      loads += 1;
      await new Promise((resolve) => setTimeout(resolve, LOAD_MS));
      return 42;
    });
  const values = await Promise.all(Array.from({ length: READERS }, read));
  if (values.some((value) => value !== 42)) throw new Error('a reader got another value');
  return [
    {
      goal: 'S16',
      what: `loads at ${READERS} simultaneous misses`,
      ...atMost(loads, 2),
      measured: String(loads),
      method: `cached() in one process on the real cache, a load of ${LOAD_MS} ms`,
    },
  ];
};
