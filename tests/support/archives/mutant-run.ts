import { gzipSync } from 'node:zlib';

import { disagreement } from './agreement';
import { judge } from './judge';
import { mutate } from './mutators';
import type { Accepted } from './outside-readers';
import { Random } from './random';
import { VALID_TARS } from './valid-tars';

export type MutantFigures = {
  mutants: number;
  refused: number;
  accepted: number;
  /** Accepted although some reader would see something else, or a rule is broken. Must be empty. */
  violations: string[];
  crashes: string[];
  withoutCode: number;
  slowestMs: number;
  p99Ms: number;
};

/**
 * Judges `count` seeded mutants of valid archives. An accepted mutant must be harmless: the verifier, tar-stream and node-tar
 * all see the same paths with the same contents, nothing but files and folders, and every rule holds when checked again.
 */
export async function runMutants(
  count: number,
  seed: number,
  keep?: (accepted: Accepted) => void,
): Promise<MutantFigures> {
  const figures: MutantFigures = {
    mutants: count,
    refused: 0,
    accepted: 0,
    violations: [],
    crashes: [],
    withoutCode: 0,
    slowestMs: 0,
    p99Ms: 0,
  };
  const stock = Object.entries(VALID_TARS);
  const times: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const random = new Random(seed + index);
    const [name, tar] = random.pick(stock);
    const packed = mutate(tar, random);
    const label = `${name} seed ${seed + index}`;
    const start = performance.now();
    try {
      const report = await judge(packed);
      times.push(performance.now() - start);
      if (!report.ok) {
        figures.refused += 1;
        if (!report.findings.some(({ code, severity }) => code !== '' && severity === 'error'))
          figures.withoutCode += 1;
        continue;
      }
      figures.accepted += 1;
      keep?.({ packed, report });
      const fault = await disagreement(packed, report);
      if (fault !== null) figures.violations.push(`${label}: ${fault}`);
    } catch (error) {
      figures.crashes.push(`${label}: ${error instanceof Error ? error.stack : error}`);
    }
  }
  times.sort((a, b) => a - b);
  return { ...figures, slowestMs: times.at(-1) ?? 0, p99Ms: times[Math.floor(times.length * 0.99)] ?? 0 };
}

/** Whether the stock itself is accepted and agreed upon; without that the figures mean nothing. */
export async function stockFaults(): Promise<string[]> {
  const faults: string[] = [];
  for (const [name, tar] of Object.entries(VALID_TARS)) {
    const packed = gzipSync(tar);
    const report = await judge(packed);
    const fault = report.ok ? await disagreement(packed, report) : JSON.stringify(report.findings);
    if (fault !== null) faults.push(`${name}: ${fault}`);
  }
  return faults;
}
