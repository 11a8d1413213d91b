import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { atMost, type Bench, median } from './settings';

const FILES = 2_000;
const BOUND_MS = 150;

async function planOnce(): Promise<number> {
  const child = fork(fileURLToPath(new URL('plan-process.ts', import.meta.url)), [String(FILES)]);
  const died = once(child, 'exit').then(([code]) => {
    throw new Error(`the planning process ended with ${code}`);
  });
  died.catch(() => undefined);
  const [{ ms, changes }] = (await Promise.race([once(child, 'message'), died])) as [{ ms: number; changes: number }];
  if (changes < FILES * 0.97) throw new Error(`${changes} changes were planned, not ${FILES}`);
  return ms;
}

/** Planning the install of two thousand files. */
export const measurePlan: Bench = async ({ rounds }) => {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) times.push(await planOnce());
  return [
    {
      goal: 'S13',
      what: `planning ${FILES} files of four modules`,
      ...atMost(median(times), BOUND_MS, ' ms'),
      method: 'the first plan of a new process, disk in memory: copies, links, templates, blocks in shared files',
    },
  ];
};
