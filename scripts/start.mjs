import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { ensureBuilt, NEXT } from './lib/build.mjs';
import { startEngines } from './lib/engines.mjs';
import { composeEnv, dataDirOf, enginesToStart, loadDotEnv } from './lib/environment.mjs';
import { Family } from './lib/family.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { fail, say, seconds } from './lib/project.mjs';
import { callJob, catalogueSize, isPortFree, siteEnv, waitForHealth } from './lib/site.mjs';

const HEALTH_DEADLINE_MS = 90_000;
const started = performance.now();
const options = readOptions();
const appUrl = process.env.APP_URL || `http://localhost:${options.port}`;
const base = `http://localhost:${options.port}`;
const family = new Family();

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        data: { type: 'string' },
        port: { type: 'string' },
        dev: { type: 'boolean', default: false },
        'no-demo': { type: 'boolean', default: false },
      },
    });
    loadDotEnv();
    const port = Number(values.port ?? (process.env.PORT || 3000));
    if (!Number.isInteger(port) || port < 1 || port > 65_535)
      throw new Error(`"${values.port ?? process.env.PORT}" is not a port.`);
    return { ...values, port, demo: !values['no-demo'], dataDir: dataDirOf(values.data) };
  } catch (error) {
    return fail(error.message, 64);
  }
}

async function start() {
  const only = enginesToStart(process.env);
  if (!(await isPortFree(options.port)))
    throw new Error(`port ${options.port} is in use. Stop what listens there, or choose another: PORT=3001 npm start`);
  ensureInstalled();
  const engines = await startEngines({ dataDir: options.dataDir, only, origins: [...new Set([appUrl, base])] });
  family.add('the embedded engines', engines.child, engines.stop);
  if (only.length > 0) say(`embedded engines: ${only.join(', ')} (data in ${options.dataDir})`);
  const env = composeEnv({ CRON_SECRET: randomBytes(24).toString('hex'), ...engines.env }, appUrl);
  if (!options.dev && !(await build(env))) throw new Error('the build failed; see its message above.');
  if (family.isEnding) return;
  await serve(env);
}

const build = (env) => ensureBuilt(env, (...program) => family.run(...program));

async function serve(env) {
  const next = ['-H', '127.0.0.1', '-p', String(options.port)];
  const [verb, mode] = options.dev ? ['dev', 'development'] : ['start', 'production'];
  family.start('the site', NEXT, [verb, ...next], siteEnv(env, mode));
  if (!(await waitForHealth(base, HEALTH_DEADLINE_MS, () => family.isEnding))) return;
  family.start('the worker', 'scripts/worker.mjs', [], { ...env, APP_URL: base });
  await callJob(base, 'refresh', env.CRON_SECRET);
  if (options.demo && (await catalogueSize(base)) === 0) await publishDemo(env);
  if (family.isEnding) return;
  say(`ready after ${seconds(started)}`);
  console.log(`dotkit ready on ${base}`);
  if (env.DOTKIT_EMBEDDED.includes('identity'))
    console.log(`Sign in at ${base}/sign-in as ada, grace, linus, margaret, or any name you like.`);
}

async function publishDemo(env) {
  say('the catalogue is empty: publishing the demo modules');
  const code = await family.run('scripts/run.mjs', ['demo/publish.ts'], { ...env, APP_URL: base });
  // The site works without them, so a fault here is told and does not stop it.
  if (code !== 0 && !family.isEnding) say('the demo modules could not all be published; see the message above');
}

start().catch(async (error) => {
  if (!family.isEnding) say(error.message);
  await family.end(1);
});
