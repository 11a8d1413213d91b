import { type ModuleSource, resolve } from '@/cli/plan/resolve';
import { atMost, type Bench, median } from './settings';
import { timed } from './timed';

const MODULES = 200;
const VERSIONS = 20;
const BOUND_MS = 200;

const refOf = (at: number) => `@bench/m${at}`;
const versionOf = (at: number) => `${1 + Math.floor(at / 10)}.${at % 10}.0`;

/** Two hundred modules of twenty versions, each needing four later ones; the newest of every third needs what nobody has. */
const source: ModuleSource = {
  offers: async () =>
    Array.from({ length: VERSIONS }, (_, at) => ({
      version: versionOf(at),
      publishedAt: '2026-01-01T00:00:00.000Z',
      yanked: at === 5 ? 'broken' : null,
    })),
  facts: async (ref, version) => {
    const at = Number(ref.slice('@bench/m'.length));
    const needed = [1, 2, 7, 31].map((step) => at + step).filter((other) => other < MODULES);
    const isDeadEnd = at % 3 === 0 && version === versionOf(VERSIONS - 1);
    return {
      dependencies: Object.fromEntries(needed.map((other) => [refOf(other), isDeadEnd ? '^9.0.0' : '>=1.2.0'])),
      bundle: null,
    };
  },
  conflicts: async () => [],
};

/** Resolving two hundred modules, the answers of the registry at hand. */
export const measureResolver: Bench = async ({ rounds }) => {
  const options = { lock: null, minimumAgeHours: 24, now: Date.now(), os: 'linux' as const, arch: 'x64' };
  const times: number[] = [];
  const processor: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    let found = 0;
    const before = process.cpuUsage();
    const ms = await timed(async () => {
      found = (await resolve([{ ref: refOf(0), range: '*' }], source, options)).length;
    });
    if (found !== MODULES) throw new Error(`${found} modules were resolved, not ${MODULES}`);
    const { user, system } = process.cpuUsage(before);
    if (round === 0) continue;
    times.push(ms);
    processor.push((user + system) / 1000);
  }
  return [
    {
      goal: 'S13',
      what: `resolving ${MODULES} modules of ${VERSIONS} versions`,
      ...atMost(median(times), BOUND_MS, ' ms'),
      method: `${Math.round(median(processor))} ms of processor time; one process, answers in memory, 67 newest versions are dead ends, conflicts asked of all`,
    },
  ];
};
