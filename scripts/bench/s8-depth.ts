import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { atMost, type Bench, given, median, type Row, type Settings } from './settings';

const TIMES = 40;
const DEEPEST = 200_000;
const SMALL = 1000;

async function startReader(uri: string): Promise<{ child: ChildProcess; reads: string[] }> {
  const child = fork(fileURLToPath(new URL('catalogue-reads.ts', import.meta.url)), {
    env: { ...process.env, MONGODB_URI: uri },
  });
  const [reads] = (await once(child, 'message')) as [string[]];
  return { child, reads };
}

async function ask(child: ChildProcess, read: string, depth = 0): Promise<number[]> {
  child.send({ read, depth, times: TIMES });
  const [milliseconds] = (await once(child, 'message')) as [number[]];
  return milliseconds;
}

type Side = () => Promise<number[]>;

/** p50 of one read ÷ p50 of another, taken in turn, the order reversed each round. */
async function compareReads(ours: Side, theirs: Side, { rounds }: Settings) {
  const samples = new Map<Side, number[]>([
    [ours, []],
    [theirs, []],
  ]);
  for (const side of [ours, theirs]) await side();
  for (let index = 0; index < rounds; index += 1) {
    for (const side of index % 2 === 0 ? [ours, theirs] : [theirs, ours]) samples.get(side)?.push(...(await side()));
  }
  const [mine, other] = [median(samples.get(ours) ?? []), median(samples.get(theirs) ?? [])];
  return { ratio: mine / other, figures: `${mine.toFixed(2)} ms ÷ ${other.toFixed(2)} ms` };
}

/** S8: what depth and size cost, straight from the database, nothing cached. */
export const measureDepth: Bench = async (settings) => {
  const large = await startReader(given('MONGODB_URI'));
  const small = await startReader(given('BENCH_SMALL_MONGODB_URI'));
  try {
    const depth = Math.min(DEEPEST, Math.floor(settings.modules * 0.9));
    const deep = await compareReads(
      () => ask(large.child, 'page', depth),
      () => ask(large.child, 'page', 0),
      settings,
    );
    const rows: Row[] = [
      {
        goal: 'S8',
        what: `page at depth ${depth} ÷ page 1, p50`,
        ...atMost(deep.ratio, 1.1),
        method: `reached by real cursors, ${deep.figures}`,
      },
    ];
    for (const read of large.reads) {
      const grown = await compareReads(
        () => ask(large.child, read),
        () => ask(small.child, read),
        settings,
      );
      rows.push({
        goal: 'S8',
        what: `growth ${Math.min(SMALL, settings.modules)} → ${settings.modules}: ${read}, p50`,
        ...atMost(grown.ratio, 1.5),
        method: `two databases of one engine, in turn, uncached, ${grown.figures}`,
      });
    }
    return rows;
  } finally {
    large.child.disconnect();
    small.child.disconnect();
  }
};
