import { setTimeout } from 'node:timers/promises';
import type { App } from '../../tests/support/app';
import type { Client, Publish } from './crash/client';
import { failPoints } from './crash/fail-points';
import { ownEngines } from './engines';

const RECOVERY_SECONDS = 60;
const RANDOM_KILLS = 5;
const AT_ONCE = 6;

/** Letters only: digits of two names may look alike to the product. */
const nameOf = (index: number) => `drill-${String.fromCharCode(97 + Math.floor(index / 26), 97 + (index % 26))}`;

type Drill = { client: Client; publishes: Publish[]; start: (failPoint?: string) => Promise<App> };

/** Publishes until the server kills itself at the named point. */
async function dieAt(point: string, { client, publishes, start }: Drill): Promise<void> {
  const app = await start(point);
  const verdict = point.endsWith(':rejected') ? 'rejected' : 'published';
  const publish = await client.stage(app.base, nameOf(publishes.length), point, verdict);
  publishes.push(publish);
  await client.complete(app.base, publish);
  const signal = await Promise.race([app.ended, setTimeout(30_000, 'none', { ref: false })]);
  await app.stop();
  if (signal !== 'SIGKILL') throw new Error(`${point} was never reached`);
}

/** Publishes several modules at once and kills the server somewhere in between. */
async function dieAfter(milliseconds: number, { client, publishes, start }: Drill): Promise<void> {
  const app = await start();
  const at = `after ${milliseconds} ms`;
  const names = Array.from({ length: AT_ONCE }, (_, index) => nameOf(publishes.length + index));
  const staged = await Promise.all(
    names.map((name, index) => client.stage(app.base, name, at, index % AT_ONCE === 0 ? 'rejected' : 'published')),
  );
  publishes.push(...staged);
  const completing = Promise.all(staged.map((publish) => client.complete(app.base, publish)));
  await setTimeout(milliseconds);
  app.kill();
  await Promise.all([completing, app.ended]);
}

/** Waits until nothing is unfinished or the time is over; what then still is, the faults seen meanwhile, and the seconds. */
async function recover(base: string, { client, publishes }: Drill) {
  const { halfVisible, leftovers, unfinished, unlisted } = await import('./crash/judge');
  const started = performance.now();
  const elapsed = () => (performance.now() - started) / 1000;
  const faults = new Set<string>();
  let open = publishes;
  let rest: string[] = [];
  do {
    for (const fault of await halfVisible(base, client, open)) faults.add(fault);
    const states = await Promise.all(
      open.map(async (publish) => ({ publish, why: await unfinished(base, client, publish) })),
    );
    const waiting = states.filter(({ why }) => why !== null);
    open = waiting.map(({ publish }) => publish);
    rest = waiting.map(({ publish, why }) => `${publish.at}: ${why}`);
    if (open.length === 0) {
      const left = await leftovers();
      rest = [...(await unlisted(base, client, publishes)), ...(left > 0 ? [`${left} leftovers`] : [])];
    }
    if (rest.length > 0) await setTimeout(500);
  } while (rest.length > 0 && elapsed() < RECOVERY_SECONDS);
  return { rest, faults: [...faults], seconds: elapsed() };
}

/** T6: SIGKILL at each step of publishing, and at moments between them; then one restart, and sixty seconds to be whole again. */
export async function run(): Promise<boolean> {
  const engines = await ownEngines();
  const { requireBuild, startApp } = await import('../../tests/support/app');
  const { person } = await import('../../tests/support/builders');
  const { createToken } = await import('@/lib/tokens/commands');
  const { clientOf } = await import('./crash/client');
  await requireBuild(engines);
  const actor = await person('drill-master');
  const { token } = await createToken({ name: 'drill', scopes: ['read', 'publish', 'manage'], days: 1 }, actor);
  const drill: Drill = {
    client: clientOf(token, actor.username),
    publishes: [],
    start: (failPoint) => startApp(engines, failPoint ? { failPoint } : {}),
  };
  const points = failPoints();
  for (const point of points) await dieAt(point, drill);
  for (let kill = 1; kill <= RANDOM_KILLS; kill += 1) await dieAfter(kill * kill * 15, drill);
  const acknowledged = drill.publishes.filter((publish) => publish.acknowledged).length;
  const app = await startApp(engines, { worker: true });
  const { rest, faults, seconds } = await recover(app.base, drill).finally(app.stop);
  const passed = rest.length === 0 && faults.length === 0;
  for (const fault of [...rest, ...faults]) console.log(`crash: ${fault}`);
  console.log(
    `crash: SIGKILL at ${points.length} fail points and ${RANDOM_KILLS} other moments, ${drill.publishes.length} publishes ` +
      `(${acknowledged} acknowledged before the kill): ${rest.length} lost or left over, ${faults.length} half visible, ` +
      `whole again after ${seconds.toFixed(1)} s (goal ${RECOVERY_SECONDS} s): ${passed ? 'PASS' : 'FAIL'}`,
  );
  return passed;
}
