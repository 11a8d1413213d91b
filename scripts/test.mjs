import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './lib/browser.mjs';
import { ensureBuilt, isBuilt, NEXT } from './lib/build.mjs';
import { startEngines } from './lib/engines.mjs';
import { composeEnv, withoutHosted } from './lib/environment.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { fail, inRoot, ROOT, say, seconds } from './lib/project.mjs';

const results = inRoot('test-results');
const counts = { passed: 0, failed: 0, skipped: 0 };
const QUIET = { NEXT_TELEMETRY_DISABLED: '1', AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' };

/** Runs a program of node_modules to its end; resolves to its exit code. */
async function run(script, args, env = process.env) {
  const child = spawn(process.execPath, [inRoot(script), ...args], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...env, ...QUIET },
  });
  const [code] = await once(child, 'exit');
  return code ?? 1;
}

const passes = async (...program) => (await run(...program)) === 0;
const readReport = (name) => {
  const path = join(results, name);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
};

async function types() {
  const generated = existsSync(inRoot('next-env.d.ts')) && existsSync(inRoot('.next/types'));
  if (!generated && !(await passes(NEXT, ['typegen']))) return false;
  return passes('node_modules/typescript/bin/tsc', ['--noEmit']);
}

async function unit() {
  const report = join(results, 'vitest.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const ok = await passes('node_modules/vitest/vitest.mjs', ['run', ...reporters]);
  const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0 } = readReport('vitest.json') ?? {};
  counts.passed += numPassedTests;
  counts.failed += numFailedTests;
  counts.skipped += numPendingTests;
  return ok && numPassedTests > 0;
}

async function build() {
  if (isBuilt()) return true;
  const dataDir = mkdtempSync(join(tmpdir(), 'dotkit-build-'));
  const appUrl = 'http://localhost:3000';
  const engines = await startEngines({ dataDir, only: ['mongodb', 'redis', 's3', 'identity'], origins: [appUrl] });
  try {
    const env = { ...composeEnv({}, appUrl), ...withoutHosted(process.env), ...engines.env };
    return await ensureBuilt(env, run);
  } finally {
    await engines.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function browser() {
  // A site under test must never stand on somebody's real database.
  const env = { ...withoutHosted(process.env), CHROMIUM_PATH: await findBrowser() };
  const reporters = { PLAYWRIGHT_JSON_OUTPUT_FILE: join(results, 'playwright.json') };
  const args = ['test', '--reporter=list,json', '--output', join(results, 'playwright')];
  const ok = await passes('node_modules/@playwright/test/cli.js', args, { ...env, ...reporters });
  const { expected = 0, flaky = 0, unexpected = 0, skipped = 0 } = readReport('playwright.json')?.stats ?? {};
  counts.passed += expected + flaky;
  counts.failed += unexpected;
  counts.skipped += skipped;
  return ok && expected > 0;
}

const STAGES = {
  lint: () => passes('node_modules/@biomejs/biome/bin/biome', ['ci', '--error-on-warnings', '.']),
  unused: () => passes('node_modules/knip/bin/knip.js', []),
  types,
  unit,
  build,
  browser,
};

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !(name in STAGES));
if (unknown) fail(`there is no stage "${unknown}"; there are ${Object.keys(STAGES).join(', ')}.`, 64);

ensureInstalled();
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const times = [];
let failedStage = null;
for (const [name, stage] of Object.entries(STAGES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const started = performance.now();
  say(`test stage: ${name}`);
  const ok = await stage().catch((error) => say(error.message));
  times.push(`${name} ${seconds(started)}`);
  if (!ok) {
    failedStage = name;
    break;
  }
}
console.log(`\nstages: ${times.join(' · ')}`);
if (failedStage)
  console.log(`stage failed: ${failedStage}${wanted.length > 0 ? '' : ' (the stages behind it did not run)'}`);
console.log(
  `${counts.passed} passed, ${counts.failed} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''}`,
);
process.exit(failedStage ? 1 : 0);
