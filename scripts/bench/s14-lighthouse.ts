import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '../lib/browser.mjs';
import { atMost, type Bench, given, median, type Row } from './settings';
import { publicPages } from './site-pages';

const RUNS = 5;
const CATEGORIES = ['accessibility', 'best-practices', 'seo'] as const;
const FLAGS = '--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking';

type Report = {
  audits: Record<string, { numericValue?: number }>;
  categories: Record<string, { score: number | null }>;
};

/** What Lighthouse says when Chromium's trace lost its beginning: a run without a result, which it asks to repeat. */
const NO_RESULT = 'NO_NAVSTART';
const TRIES = 3;

/** One run of Lighthouse as a phone, by its own command line. */
async function runLighthouse(url: string, folder: string, tries = TRIES): Promise<Report> {
  const output = join(folder, 'report.json');
  const script = new URL('../../node_modules/lighthouse/cli/index.js', import.meta.url).pathname;
  const args = [script, url, '--quiet', '--output=json', `--output-path=${output}`, `--chrome-flags=${FLAGS}`];
  const categories = `--only-categories=performance,${CATEGORIES.join(',')}`;
  const { NODE_OPTIONS: _, ...env } = process.env;
  const child = spawn(process.execPath, [...args, categories], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...env, CHROME_PATH: (await findBrowser()) ?? '' },
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk;
  });
  const [code] = await once(child, 'exit');
  if (code !== 0 && tries > 1 && said.includes(NO_RESULT)) return runLighthouse(url, folder, tries - 1);
  if (code !== 0) throw new Error(`lighthouse: ${said.slice(-400)}`);
  return JSON.parse(readFileSync(output, 'utf8'));
}

const audit = (reports: Report[], name: string) => median(reports.map(({ audits }) => audits[name]?.numericValue ?? 0));
const score = (reports: Report[], name: string) =>
  Math.round(100 * Math.min(...reports.map(({ categories }) => categories[name]?.score ?? 0)));

function rowsOf(name: string, ours: Report[], bare: Report[]): Row[] {
  const method = `Lighthouse, mobile, median of ${ours.length}, in turn with the bare page`;
  const ratio = (what: string, key: string, bound: number): Row => {
    const [mine, other] = [audit(ours, key), audit(bare, key)];
    return {
      goal: 'S14',
      what: `${name}: ${what} ÷ bare page`,
      ...atMost(mine / other, bound),
      method: `${mine.toFixed(0)} ÷ ${other.toFixed(0)} ms; ${method}`,
    };
  };
  const layoutShift = audit(ours, 'cumulative-layout-shift');
  return [
    ratio('largest contentful paint', 'largest-contentful-paint', 1.1),
    ratio('main thread', 'mainthread-work-breakdown', 1.25),
    {
      goal: 'S14',
      what: `${name}: total blocking time`,
      ...atMost(audit(ours, 'total-blocking-time'), 100, ' ms'),
      method: `the bare page: ${audit(bare, 'total-blocking-time').toFixed(0)} ms; ${method}`,
    },
    {
      goal: 'S14',
      what: `${name}: layout shift`,
      measured: layoutShift.toFixed(3),
      target: '0',
      met: layoutShift < 0.0005,
      method,
    },
    ...CATEGORIES.map((category): Row => {
      const lowest = score(ours, category);
      return {
        goal: 'S14',
        what: `${name}: ${category}`,
        measured: String(lowest),
        target: '100',
        met: lowest === 100,
        method: 'the lowest of the runs',
      };
    }),
  ];
}

/** S14: what a phone sees of the three public pages. */
export const measureLighthouse: Bench = async ({ rounds }) => {
  const folder = mkdtempSync(join(tmpdir(), 'dotkit-lighthouse-'));
  try {
    const rows: Row[] = [];
    for (const { name, path } of await publicPages()) {
      const [ours, bare]: [Report[], Report[]] = [[], []];
      for (let run = 0; run < Math.min(RUNS, rounds); run += 1) {
        ours.push(await runLighthouse(`${given('APP_URL')}${path}`, folder));
        bare.push(await runLighthouse(given('BENCH_REFERENCE'), folder));
      }
      rows.push(...rowsOf(name, ours, bare));
    }
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
