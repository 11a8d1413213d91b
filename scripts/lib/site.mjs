import { createServer } from 'node:net';

/**
 * Room for young objects, twice what Node takes by itself: rendering a page makes many that are gone at once, and the more room,
 * the more rarely they are cleared away (docs/decisions/001).
 */
export const SITE_NODE_OPTIONS = '--max-semi-space-size=32';

/** Environment of the site's own process. It is complete: Next must not read `.env` again. What was set in NODE_OPTIONS counts more. */
export const siteEnv = (env, mode) => ({
  ...env,
  NODE_ENV: mode,
  __NEXT_PROCESSED_ENV: 'true',
  NODE_OPTIONS: `${SITE_NODE_OPTIONS} ${env.NODE_OPTIONS ?? ''}`.trim(),
});

const POLL_MS = 150;
const STOPPING_MS = 3000;

const canListen = (port, host) =>
  new Promise((resolve) => {
    const probe = createServer();
    // A machine without IPv6 has nobody there either.
    probe.once('error', (error) => resolve(error.code !== 'EADDRINUSE'));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });

/**
 * Whether nobody else answers at `localhost:port`, by either family of addresses: a browser tries both.
 * Waits a moment for a site that is just stopping. It spares a build that could not be served.
 */
export async function isPortFree(port) {
  for (const deadline = Date.now() + STOPPING_MS; ; ) {
    if ((await canListen(port, '127.0.0.1')) && (await canListen(port, '::1'))) return true;
    if (Date.now() > deadline) return false;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

/** Waits until the site reports itself healthy. Throws with its last answer after `deadlineMs`; null when `isEnding()`. */
export async function waitForHealth(base, deadlineMs, isEnding) {
  const deadline = Date.now() + deadlineMs;
  let last = 'no answer';
  while (Date.now() < deadline) {
    if (isEnding()) return null;
    try {
      const answer = await fetch(`${base}/api/health`, { signal: AbortSignal.timeout(5000) });
      if (answer.ok) return answer;
      last = `${answer.status} ${(await answer.text()).slice(0, 500)}`;
    } catch (error) {
      last = error.cause?.code ?? error.message;
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  throw new Error(`the site did not become healthy: ${last}`);
}

/** Calls one job of the site. Throws when it answers anything but success. */
export async function callJob(base, job, secret, signal = AbortSignal.timeout(60_000)) {
  const answer = await fetch(`${base}/api/cron/${job}`, { headers: { authorization: `Bearer ${secret}` }, signal });
  if (!answer.ok) throw new Error(`${job} answered ${answer.status}: ${(await answer.text()).slice(0, 300)}`);
}

const WARMING_MS = 300_000;

/** Number of modules in the catalogue. Waits while a large one is being read in. */
export async function catalogueSize(base) {
  for (const deadline = Date.now() + WARMING_MS; ; ) {
    const answer = await fetch(`${base}/api/v1/modules?limit=1`);
    if (answer.ok) return (await answer.json()).total;
    if (answer.status !== 503 || Date.now() > deadline) throw new Error(`the catalogue answered ${answer.status}`);
    await answer.body?.cancel();
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
