import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { SITE_NODE_OPTIONS } from '../lib/site.mjs';
import { median, type Settings } from './settings';

const TIMES = 40;
/** What is measured is a process whose code is compiled. */
const WARM_UPS = 5;
/** Before the name of a search: the same without caller, limit and answer, which are the same at any size. */
export const INSIDE = 'inside: ';

export type Reader = {
  /** Seconds that reading the catalogue in took, and what the process holds afterwards. */
  loadedSeconds: number;
  memoryBytes: number;
  read(name: string, depth?: number, times?: number): Promise<number[]>;
  stop(): void;
};

let readers = 0;

/** A process that reads one catalogue, past every shared cache. */
export async function startReader(uri: string): Promise<Reader> {
  const child = fork(fileURLToPath(new URL('catalogue-reads.ts', import.meta.url)), {
    env: {
      ...process.env,
      MONGODB_URI: uri,
      BENCH_READER: String(readers),
      NODE_OPTIONS: `${SITE_NODE_OPTIONS} ${process.env.NODE_OPTIONS ?? ''}`,
    },
  });
  readers += 1;
  const [loaded] = (await answerOf(child)) as [{ loadedSeconds: number; memoryBytes: number }];
  return {
    ...loaded,
    async read(name, depth = 0, times = TIMES) {
      child.send({ read: name, depth, times });
      const [{ milliseconds }] = (await answerOf(child)) as [{ milliseconds: number[] }];
      return milliseconds;
    },
    stop: () => child.disconnect(),
  };
}

async function answerOf(child: ChildProcess): Promise<unknown[]> {
  const ended = new AbortController();
  const died = once(child, 'exit', { signal: ended.signal }).then(() => {
    throw new Error('the reading process ended');
  });
  died.catch(() => undefined);
  const answer = await Promise.race([once(child, 'message'), died]);
  ended.abort();
  return answer;
}

type Side = () => Promise<number[]>;

/** p50 of one read ÷ p50 of another, taken in turn, the order reversed each round. */
export async function compareReads(ours: Side, theirs: Side, { rounds }: Settings) {
  const samples = new Map<Side, number[]>([
    [ours, []],
    [theirs, []],
  ]);
  for (let index = 0; index < WARM_UPS; index += 1) for (const side of [ours, theirs]) await side();
  for (let index = 0; index < rounds; index += 1) {
    for (const side of index % 2 === 0 ? [ours, theirs] : [theirs, ours]) samples.get(side)?.push(...(await side()));
  }
  const [mine, other] = [samples.get(ours) ?? [], samples.get(theirs) ?? []];
  return {
    ratio: median(mine) / median(other),
    mine,
    figures: `${median(mine).toFixed(2)} ms ÷ ${median(other).toFixed(2)} ms`,
  };
}

/** The value that this share of the samples does not exceed. */
export function percentile(samples: number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;
}
