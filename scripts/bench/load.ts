import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { cpuSecondsOf } from './server-cpu';
import { median, type Settings } from './settings';

export type LoadRequest = { method?: string; path: string; headers?: Record<string, string>; body?: string };
export type Load = { url: string; pid: number; requests: LoadRequest[]; expect: number };
type Result = {
  count: number;
  perSecond: number;
  cpuMs: number;
  p50: number;
  errors: number;
  statuses: Record<string, number>;
};

const CONNECTIONS = 16;
/** So many rounds before the first one that counts: a page is rendered half as fast until its code is compiled. */
const WARM_UP_ROUNDS = 4;
const script = fileURLToPath(new URL('load-process.mjs', import.meta.url));

function startLoadProcess(pinned: boolean): ChildProcess {
  const command = pinned ? ['taskset', '-c', '1', process.execPath, script] : [process.execPath, script];
  const { NODE_OPTIONS: _, ...env } = process.env;
  return spawn(command[0] ?? '', command.slice(1), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], env });
}

async function answerOf(child: ChildProcess): Promise<Result> {
  const ended = new AbortController();
  const died = once(child, 'exit', { signal: ended.signal }).then(() => {
    throw new Error('the load process ended');
  });
  died.catch(() => undefined);
  const [result] = (await Promise.race([once(child, 'message'), died])) as [Result];
  ended.abort();
  return result;
}

async function round(child: ChildProcess, load: Load, seconds: number): Promise<Result> {
  const { url, pid, requests, expect } = load;
  const before = cpuSecondsOf(pid);
  child.send({ url, requests, seconds, connections: CONNECTIONS });
  const result = await answerOf(child);
  const after = cpuSecondsOf(pid);
  const wrong = Object.keys(result.statuses).filter((status) => Number(status) !== expect);
  if (wrong.length > 0 || result.errors > 0)
    throw new Error(`${url}${requests[0]?.path}: ${JSON.stringify(result.statuses)}, ${result.errors} failed requests`);
  return { ...result, cpuMs: ((after ?? 0) - (before ?? 0)) * (1000 / Math.max(1, result.count)) };
}

type Side = { perSecond: number; cpuMs: number };
export type Compared = { ratio: number; ours: Side; theirs: Side };

const medianOf = (results: Result[]): Side => ({
  perSecond: median(results.map(({ perSecond }) => perSecond)),
  cpuMs: median(results.map(({ cpuMs }) => cpuMs)),
});

/**
 * Requests per second of ours ÷ theirs, loaded in turn within one run, the order reversed each round; the median of
 * the rounds' ratios, and the medians of both. Throws when an answer has another status than the expected one.
 */
export async function compareLoad(ours: Load, theirs: Load, settings: Settings): Promise<Compared> {
  const child = startLoadProcess(settings.pinned);
  try {
    for (const load of [ours, theirs]) await round(child, load, WARM_UP_ROUNDS * settings.seconds);
    const results = new Map<Load, Result[]>([
      [ours, []],
      [theirs, []],
    ]);
    for (let index = 0; index < settings.rounds; index += 1) {
      for (const load of index % 2 === 0 ? [ours, theirs] : [theirs, ours])
        results.get(load)?.push(await round(child, load, settings.seconds));
    }
    const [mine, other] = [results.get(ours) ?? [], results.get(theirs) ?? []];
    const ratios = mine.map(({ perSecond }, index) => perSecond / (other[index]?.perSecond ?? Number.NaN));
    return { ratio: median(ratios), ours: medianOf(mine), theirs: medianOf(other) };
  } finally {
    child.disconnect();
  }
}

/** Both speeds and, where the system tells, what a request costs each server: that holds on a busy machine too. */
export function rates({ ours, theirs }: Compared): string {
  const speeds = `${Math.round(ours.perSecond)}/s ÷ ${Math.round(theirs.perSecond)}/s`;
  return ours.cpuMs > 0 ? `${speeds} (server CPU ${ours.cpuMs.toFixed(2)} ÷ ${theirs.cpuMs.toFixed(2)} ms)` : speeds;
}
