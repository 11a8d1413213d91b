import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt, NEXT } from '../lib/build.mjs';
import { startEngines } from '../lib/engines.mjs';
import { composeEnv, withoutHosted } from '../lib/environment.mjs';
import { Family } from '../lib/family.mjs';
import { ensureInstalled } from '../lib/install.mjs';
import { fail, ROOT, say } from '../lib/project.mjs';
import { callJob, catalogueSize, siteEnv, waitForHealth } from '../lib/site.mjs';
import { readOptions, USAGE } from './options.mjs';
import { canPin, LOAD_CORE, pin, SERVER_CORE } from './pin.mjs';
import { ensureReference, REFERENCE } from './reference.mjs';
import { printTable } from './table.mjs';

const HEALTH_DEADLINE_MS = 90_000;
/** Reads of other catalogues are timed beside those of the large one: the same engines, another database. */
const OTHER_CATALOGUES = { small: 1000, middle: 10_000 };

const options = parse();
const family = new Family();
const pinned = canPin();
const dataDir = mkdtempSync(join(tmpdir(), 'dotkit-bench-'));
process.on('exit', () => rmSync(dataDir, { recursive: true, force: true }));

function parse() {
  try {
    const read = readOptions(process.argv.slice(2));
    if (read.help) fail(USAGE, 0);
    return read;
  } catch (error) {
    return fail(`${error.message}\n${USAGE}`, 64);
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

const hold = (pid, core) => pinned && pid && pin(pid, core);

/** Runs a TypeScript program of the product to its end. */
async function runTypeScript(script, args, env) {
  const NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} --conditions=react-server --import tsx`.trim();
  const code = await family.run(script, args, { ...env, NODE_OPTIONS });
  if (code !== 0 && !family.isEnding) throw new Error(`${script} ended with code ${code}`);
}

const otherCatalogue = (uri, name) => uri.replace(/\/dotkit\?/, `/dotkit-${name}?`);

async function seed(env, modules) {
  say(`seeding ${modules} modules`);
  await runTypeScript('scripts/seed.ts', ['--modules', String(modules)], env);
}

async function startEnginesOn(appUrl) {
  // Benchmarks write as they please: never to a database that somebody configured.
  const clean = withoutHosted(process.env);
  const only = ['mongodb', 'redis', 's3', 'identity'];
  const engines = await startEngines({ dataDir, only, origins: [appUrl] });
  family.add('the embedded engines', engines.child, engines.stop);
  const composed = { ...composeEnv({}, appUrl), ...clean, ...engines.env };
  return {
    pid: engines.child?.pid,
    env: { ...composed, APP_URL: appUrl, RATE_LIMIT_SCALE: '1000000', CRON_SECRET: randomBytes(24).toString('hex') },
  };
}

async function startSite(env) {
  const { port } = new URL(env.APP_URL);
  const site = family.start('the site', NEXT, ['start', '-H', '127.0.0.1', '-p', port], siteEnv(env, 'production'));
  if (!(await waitForHealth(env.APP_URL, HEALTH_DEADLINE_MS, () => family.isEnding))) return;
  await callJob(env.APP_URL, 'refresh', env.CRON_SECRET);
  // What is measured is a site that has read its catalogue in.
  await catalogueSize(env.APP_URL);
  hold(site.pid, SERVER_CORE);
  return site.pid;
}

async function startReference(port) {
  const env = siteEnv({ ...process.env, BENCH_ROOT: ROOT, NEXT_TELEMETRY_DISABLED: '1' }, 'production');
  const child = family.start('the reference', NEXT, ['start', REFERENCE, '-H', '127.0.0.1', '-p', String(port)], env);
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 300 && !family.isEnding; tries += 1) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  hold(child.pid, SERVER_CORE);
  return { url, pid: child.pid };
}

async function prepare() {
  const { needs } = options;
  if (needs.size === 0) return { env: process.env, sitePid: 0, referencePid: 0 };
  const engines = await startEnginesOn(`http://127.0.0.1:${await freePort()}`);
  const env = { ...engines.env };
  if (needs.has('site') && !(await ensureBuilt(env, (...program) => family.run(...program))))
    throw new Error('the build failed; see its message above.');
  if (needs.has('reference') && !(await ensureReference((...program) => family.run(...program))))
    throw new Error('the reference could not be built; see its message above.');
  if (needs.has('catalogue')) await seed(env, options.modules);
  for (const [name, modules] of Object.entries(OTHER_CATALOGUES)) {
    if (!needs.has(name)) continue;
    const uri = otherCatalogue(env.MONGODB_URI, name);
    env[`BENCH_${name.toUpperCase()}_MONGODB_URI`] = uri;
    await seed({ ...env, MONGODB_URI: uri }, Math.min(modules, options.modules));
  }
  const sitePid = needs.has('site') ? await startSite(env) : 0;
  const reference = needs.has('reference') ? await startReference(await freePort()) : { url: '', pid: 0 };
  hold(engines.pid, LOAD_CORE);
  return { env: { ...env, BENCH_REFERENCE: reference.url }, sitePid, referencePid: reference.pid };
}

async function main() {
  ensureInstalled();
  const { env, ...servers } = await prepare();
  const { names, modules, rounds, seconds } = options;
  const report = join(dataDir, 'report.json');
  const settings = { names, modules, rounds, seconds, pinned, report, ...servers };
  await runTypeScript('scripts/bench/main.ts', [], { ...env, BENCH: JSON.stringify(settings) });
  const rows = JSON.parse(readFileSync(report, 'utf8'));
  printTable(rows, settings);
  await family.end(rows.some(({ failure }) => failure) ? 1 : 0);
}

main().catch(async (error) => {
  if (!family.isEnding) say(error.message);
  await family.end(1);
});
