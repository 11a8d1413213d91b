import { setTimeout } from 'node:timers/promises';
import { loadDotEnv } from './lib/environment.mjs';
import { fail, say } from './lib/project.mjs';
import { callJob } from './lib/site.mjs';

/** Jobs of the site and the seconds between two runs of each. */
const JOBS = { 'sweep-uploads': 10, 'refresh-ranks': 30, 'refresh-listings': 60 };
/** Only where a search engine is named: it does not follow the database by itself. */
const SEARCH_JOBS = { 'feed-search': 3 };
const MAX_BACKOFF_SECONDS = 300;

loadDotEnv();
const { APP_URL, CRON_SECRET, TYPESENSE_URL } = process.env;
const missing = Object.entries({ APP_URL, CRON_SECRET }).flatMap(([name, value]) => (value ? [] : [name]));
if (missing.length > 0) fail(`the worker needs ${missing.join(' and ')} (see .env.example).`);

const stopped = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => stopped.abort());

const pause = (ms) => setTimeout(ms, undefined, { signal: stopped.signal }).catch(() => {});

/** Runs a job again and again; a failing one is tried less and less often, until it works again. */
async function repeat(job, periodSeconds) {
  let failures = 0;
  while (!stopped.signal.aborted) {
    await pause(Math.min(MAX_BACKOFF_SECONDS, periodSeconds * 2 ** failures) * 1000);
    if (stopped.signal.aborted) return;
    try {
      await callJob(APP_URL, job, CRON_SECRET, AbortSignal.any([stopped.signal, AbortSignal.timeout(120_000)]));
      if (failures > 0) say(`worker: ${job} works again`);
      failures = 0;
    } catch (error) {
      if (stopped.signal.aborted) return;
      failures += 1;
      say(
        `worker: ${job} failed ${failures === 1 ? 'once' : `${failures} times`}: ${error.cause?.code ?? error.message}`,
      );
    }
  }
}

const jobs = TYPESENSE_URL ? { ...JOBS, ...SEARCH_JOBS } : JOBS;
await Promise.all(Object.entries(jobs).map(([job, periodSeconds]) => repeat(job, periodSeconds)));
