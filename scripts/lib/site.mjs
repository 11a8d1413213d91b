import { createServer } from 'node:net';

const POLL_MS = 150;

/** Whether nothing listens on the port; the answer of the moment, which spares a build that could not be served. */
export function isPortFree(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
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

/** Number of modules in the catalogue. */
export async function catalogueSize(base) {
  const answer = await fetch(`${base}/api/v1/modules?limit=1`);
  if (!answer.ok) throw new Error(`the catalogue answered ${answer.status}`);
  return (await answer.json()).total;
}
