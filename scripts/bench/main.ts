import { writeFileSync } from 'node:fs';
import { measurePages } from './s1-pages';
import { measureWeight } from './s4-weight';
import { measureDepth } from './s8-depth';
import { measureActions } from './s9-actions';
import { measureDownload } from './s10-download';
import { measureVerifier } from './s11-verifier';
import { measureRequests } from './s15-requests';
import { measureMisses } from './s16-misses';
import type { Bench, Row, Settings } from './settings';

const BENCHES: Record<string, Bench> = {
  s1: measurePages,
  s4: measureWeight,
  s8: measureDepth,
  s9: measureActions,
  s10: measureDownload,
  s11: measureVerifier,
  s15: measureRequests,
  s16: measureMisses,
};

const settings = JSON.parse(process.env.BENCH ?? '') as Settings;
const rows: Row[] = [];
for (const [name, bench] of Object.entries(BENCHES)) {
  if (!settings.names.includes(name)) continue;
  const started = performance.now();
  try {
    rows.push(...(await bench(settings)));
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error);
    rows.push({ goal: name.toUpperCase(), what: '', measured: '', target: '', met: false, method: '', failure });
  }
  process.stderr.write(`bench ${name}: ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
}
writeFileSync(settings.report, JSON.stringify(rows));
process.exit(0);
