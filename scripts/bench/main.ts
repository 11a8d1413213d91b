import { writeFileSync } from 'node:fs';
import { measurePlan } from './cli-plan';
import { measureResolver } from './cli-resolve';
import { measurePages } from './s1-pages';
import { measureProxy } from './s2-proxy';
import { measureSearchPage } from './s3-search-page';
import { measureWeight } from './s4-weight';
import { measureReads, measureSearch, measureTextSearch } from './s5-search';
import { measureFacets, measureSuggestions } from './s7-facets';
import { measureDepth } from './s8-depth';
import { measureActions } from './s9-actions';
import { measureDownload } from './s10-download';
import { measureVerifier } from './s11-verifier';
import { measureInstall } from './s13-cli';
import { measureLighthouse } from './s14-lighthouse';
import { measureRequests } from './s15-requests';
import { measureMisses } from './s16-misses';
import type { Bench, Row, Settings } from './settings';

const BENCHES: Record<string, Bench> = {
  s1: measurePages,
  s2: measureProxy,
  s3: measureSearchPage,
  s4: measureWeight,
  s5: measureSearch,
  s6: measureTextSearch,
  s7: measureFacets,
  s8: measureDepth,
  s9: measureActions,
  s10: measureDownload,
  s11: measureVerifier,
  s13: measureInstall,
  s14: measureLighthouse,
  s15: measureRequests,
  s16: measureMisses,
  s19: measureSuggestions,
  reads: measureReads,
  resolve: measureResolver,
  plan: measurePlan,
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
