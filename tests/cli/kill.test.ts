import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import { setTimeout as after } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readHistory } from '@/cli/apply/history';
import { runLocked } from '@/cli/apply/run-locked';
import { commit } from '@/cli/apply/transaction';
import { ownPaths } from '@/cli/own-paths';
import type { Home } from '@/cli/types';
import { makeContext, makeHome, temporaryFolder } from './support/context';
import { buildScript, endOf, startDrill } from './support/drill-runner';
import { readHome, readTree } from './support/tree';
import { grant, type Model, type Texts, treeOf, type Wish, wishes } from './support/wishes';

const SEED = Number(process.env.DOTKIT_DRILL_SEED ?? 20261125);
const base64 = (texts: Texts) =>
  Object.fromEntries([...texts].map(([hash, bytes]) => [hash, bytes.toString('base64')]));

type Scenario = { home: Home; old: Model; next: Model; changes: ReturnType<typeof grant>['changes']; texts: Texts };

/** A home with something in it already, and one transaction that is about to happen. */
async function prepare(first: readonly Wish[], second: readonly Wish[]): Promise<Scenario> {
  const home = makeHome();
  const texts: Texts = new Map();
  const past = grant(home.root, new Map(), first, texts);
  await runLocked(makeContext(home), (session) =>
    commit(session, { action: 'install', modules: [], changes: past.changes, made: texts }),
  );
  const { after: next, changes } = grant(home.root, past.after, second, texts);
  return { home, old: past.after, next, changes, texts };
}

function changesSomething([first, second]: [Wish[], Wish[]]): boolean {
  const texts: Texts = new Map();
  return grant('/', grant('/', new Map(), first, texts).after, second, texts).changes.length > 0;
}

function assertClean(home: Home): void {
  expect(existsSync(ownPaths(home).journal)).toBe(false);
  const leftovers = Object.keys(readTree(home.root)).filter((path) => /\/\.dotkit-.*tmp$/.test(path));
  expect(leftovers).toEqual([]);
}

it('killed at 200 seeded points: the next command finds or leaves the whole old or the whole new state', {
  timeout: 1_800_000,
}, async () => {
  const folder = temporaryFolder();
  const drill = await buildScript(folder, 'drill.ts');
  const scenarios = fc
    .sample(fc.tuple(wishes, wishes), { numRuns: 60, seed: SEED })
    .filter(changesSomething)
    .slice(0, 20);
  const figures = { kills: 0, old: 0, next: 0, killedAgain: 0 };
  for (const [first, second] of scenarios) {
    const trial = await prepare(first, second);
    const order = (scenario: Scenario) => ({
      root: scenario.home.root,
      transactions: [{ changes: scenario.changes, made: base64(scenario.texts) }],
    });
    const { checkpoints } = await endOf(startDrill(drill, folder, order(trial)));
    expect(checkpoints).toBeGreaterThan(0);
    const points = fc.sample(fc.tuple(fc.integer({ min: 1, max: checkpoints }), fc.integer({ min: 1, max: 12 })), {
      numRuns: 10,
      seed: SEED + checkpoints,
    });
    const drillAt = async ([killAt, killRecoveryAt]: [number, number]) => {
      const scenario = await prepare(first, second);
      const { home, old, next, texts } = scenario;
      const before = readHistory(home).length;
      const { signal } = await endOf(startDrill(drill, folder, order(scenario), killAt));
      expect(signal).toBe('SIGKILL');
      figures.kills += 1;
      if (killRecoveryAt % 2 === 0) {
        const again = await endOf(startDrill(drill, folder, { root: home.root, transactions: [] }, killRecoveryAt));
        if (again.signal === 'SIGKILL') figures.killedAgain += 1;
      }
      await runLocked(makeContext(home), async () => {});
      const isNew = readHistory(home).length > before;
      expect(readHome(home)).toEqual(treeOf(isNew ? next : old, texts));
      assertClean(home);
      figures[isNew ? 'next' : 'old'] += 1;
      rmSync(home.root, { recursive: true, force: true });
    };
    await Promise.all(points.map(drillAt));
  }
  console.log(
    `${figures.kills} kills at checkpoints (${figures.killedAgain} killed again while recovering): ${figures.old} old, ${figures.next} new, 0 in between`,
  );
  expect(figures.kills).toBe(200);
});

it('killed by the clock while it works: what it said was done is done, and nothing is half', {
  timeout: 1_800_000,
}, async () => {
  const folder = temporaryFolder();
  const drill = await buildScript(folder, 'drill.ts');
  const [whole, kills] = [3, 40];
  const figures = { atWork: 0, finished: 0 };
  const runs: number[] = [];
  for (const [sequence, share] of fc.sample(
    fc.tuple(fc.array(wishes, { minLength: 12, maxLength: 12 }), fc.double({ min: 0.1, max: 0.9, noNaN: true })),
    { numRuns: whole + kills, seed: SEED },
  )) {
    const home = makeHome();
    const texts: Texts = new Map();
    const models: Model[] = [new Map()];
    const transactions = sequence.flatMap((granted) => {
      const { after: model, changes } = grant(home.root, models.at(-1) ?? new Map(), granted, texts);
      if (changes.length === 0) return [];
      models.push(model);
      return [{ changes, made: base64(texts) }];
    });
    const started = performance.now();
    const child = startDrill(drill, folder, { root: home.root, transactions });
    const ended = endOf(child);
    if (child.stdout !== null) await once(child.stdout, 'data');
    if (runs.length < whole) {
      await ended;
      runs.push(performance.now() - started);
      rmSync(home.root, { recursive: true, force: true });
      continue;
    }
    // The moment is the experiment: any time of what a whole run takes on this machine.
    await after(Math.max(0, started + share * Math.max(...runs) - performance.now()));
    child.kill('SIGKILL');
    const { done, signal } = await ended;
    if (signal === 'SIGKILL') figures.atWork += 1;
    await runLocked(makeContext(home), async () => {});
    const finished = readHistory(home).length;
    figures.finished += finished;
    expect(finished).toBeGreaterThanOrEqual(done);
    expect(readHome(home)).toEqual(treeOf(models[finished] ?? new Map(), texts));
    assertClean(home);
    rmSync(home.root, { recursive: true, force: true });
  }
  console.log(
    `${kills} kills by the clock, ${figures.atWork} at work, after ${figures.finished} finished transactions: 0 acknowledged ones lost, 0 half states`,
  );
  expect(figures.atWork).toBeGreaterThan(kills / 4);
});
