import { existsSync } from 'node:fs';
import { NEXT } from './lib/build.mjs';
import { composeEnv, enginesToStart, loadDotEnv } from './lib/environment.mjs';
import { Family } from './lib/family.mjs';
import { fail, inRoot, say } from './lib/project.mjs';
import { callJob, siteEnv, waitForHealth } from './lib/site.mjs';

const HEALTH_DEADLINE_MS = 60_000;

loadDotEnv();
const port = Number(process.env.PORT ?? 3000);
try {
  const absent = enginesToStart(process.env);
  const missing = ['APP_URL', 'CRON_SECRET'].filter((name) => !process.env[name]);
  if (absent.length > 0)
    throw new Error(`production needs hosted engines; nothing is set for ${absent.join(', ')} (see .env.example).`);
  if (missing.length > 0) throw new Error(`production needs ${missing.join(' and ')} (see .env.example).`);
  if (!existsSync(inRoot('.next/BUILD_ID'))) throw new Error('there is no build; run `npm run build` first.');
} catch (error) {
  fail(error.message);
}

const family = new Family();
const env = siteEnv(composeEnv({}, process.env.APP_URL), 'production');
const host = process.env.HOST ? ['-H', process.env.HOST] : [];
family.start('the site', NEXT, ['start', '-p', String(port), ...host], env);
const base = `http://${process.env.HOST ?? '127.0.0.1'}:${port}`;
try {
  // Pages prerendered by the build hold what the catalogue held then.
  if (await waitForHealth(base, HEALTH_DEADLINE_MS, () => family.isEnding)) {
    await callJob(base, 'refresh', env.CRON_SECRET);
    say(`serving ${env.APP_URL} on port ${port}`);
  }
} catch (error) {
  say(error.message);
}
