import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { median, type Settings } from './settings';

export type LoadRequest = { method?: string; path: string; headers?: Record<string, string>; body?: string };
export type Load = { url: string; requests: LoadRequest[]; expect: number };
type Result = { perSecond: number; p50: number; errors: number; statuses: Record<string, number> };

const CONNECTIONS = 16;
const WARM_UP_SECONDS = 1;
const script = fileURLToPath(new URL('load-process.mjs', import.meta.url));

function startLoadProcess(pinned: boolean): ChildProcess {
  const command = pinned ? ['taskset', '-c', '1', process.execPath, script] : [process.execPath, script];
  const { NODE_OPTIONS: _, ...env } = process.env;
  return spawn(command[0] ?? '', command.slice(1), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], env });
}

async function round(child: ChildProcess, { url, requests, expect }: Load, seconds: number): Promise<Result> {
  child.send({ url, requests, seconds, connections: CONNECTIONS });
  const ended = new AbortController();
  const died = once(child, 'exit', { signal: ended.signal }).then(() => {
    throw new Error('the load process ended');
  });
  died.catch(() => undefined);
  const [result] = (await Promise.race([once(child, 'message'), died])) as [Result];
  ended.abort();
  const wrong = Object.entries(result.statuses).filter(([status]) => Number(status) !== expect);
  if (wrong.length > 0 || result.errors > 0)
    throw new Error(`${url}${requests[0]?.path}: ${JSON.stringify(result.statuses)}, ${result.errors} failed requests`);
  return result;
}

export type Compared = { ratio: number; ours: number; theirs: number };

/**
 * Requests per second of ours ÷ theirs, loaded in turn within one run, the order reversed each round; the median of
 * the rounds' ratios, and the medians of both. Throws when an answer has another status than the expected one.
 */
export async function compareLoad(ours: Load, theirs: Load, settings: Settings): Promise<Compared> {
  const child = startLoadProcess(settings.pinned);
  try {
    for (const load of [ours, theirs]) await round(child, load, WARM_UP_SECONDS);
    const measured: { ours: number; theirs: number }[] = [];
    for (let index = 0; index < settings.rounds; index += 1) {
      const order = index % 2 === 0 ? [ours, theirs] : [theirs, ours];
      const speeds = new Map<Load, number>();
      for (const load of order) speeds.set(load, (await round(child, load, settings.seconds)).perSecond);
      measured.push({ ours: speeds.get(ours) ?? 0, theirs: speeds.get(theirs) ?? 0 });
    }
    return {
      ratio: median(measured.map((pair) => pair.ours / pair.theirs)),
      ours: median(measured.map((pair) => pair.ours)),
      theirs: median(measured.map((pair) => pair.theirs)),
    };
  } finally {
    child.disconnect();
  }
}

export const rates = ({ ours, theirs }: Compared) => `${Math.round(ours)}/s ÷ ${Math.round(theirs)}/s`;
