/** How this run measures; the launcher writes it. */
export type Settings = {
  names: string[];
  modules: number;
  rounds: number;
  seconds: number;
  pinned: boolean;
  /** Processes of the two servers, 0 for one that this run does not need. */
  sitePid: number;
  referencePid: number;
  /** File that takes the rows. */
  report: string;
};

export type Row = {
  goal: string;
  what: string;
  measured: string;
  target: string;
  /** Absent where nothing was promised. */
  met?: boolean;
  method: string;
  failure?: string;
};

export type Bench = (settings: Settings) => Promise<Row[]>;

/** A variable that the launcher sets for what it has started. */
export function given(
  name: 'APP_URL' | 'BENCH_REFERENCE' | 'BENCH_SMALL_MONGODB_URI' | 'BENCH_MIDDLE_MONGODB_URI' | 'MONGODB_URI',
): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: start this with \`npm run bench\``);
  return value;
}

/** A ratio that should be at least so much. */
export const atLeast = (value: number, bound: number) => ({
  measured: value.toFixed(2),
  target: `≥ ${bound}`,
  met: value >= bound,
});

/** A figure without a promise. */
export const reported = (goal: string, what: string, measured: string, method: string): Row => ({
  goal,
  what,
  measured,
  target: '',
  method,
});

/** A ratio that should be at most so much. */
export const atMost = (value: number, bound: number, unit = '') => ({
  measured: `${value.toFixed(unit ? 0 : 2)}${unit}`,
  target: `≤ ${bound}${unit}`,
  met: value <= bound,
});

export const median = (values: number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  const [low, high] = [sorted[half - 1] ?? 0, sorted[half] ?? 0];
  return sorted.length % 2 === 1 ? high : (low + high) / 2;
};
