import { ownEngines } from './engines';

const RACES = 10;
const CLIENTS = 50;

/** T5: a version is published once, however many try at once, and its number is never used again. */
export async function run(): Promise<boolean> {
  await ownEngines();
  const { raceForOneVersion } = await import('../../tests/support/one-winner-race');
  const sum = { won: 0, refused: 0, other: 0, reused: 0 };
  for (let race = 0; race < RACES; race += 1) {
    const figures = await raceForOneVersion(CLIENTS);
    for (const name of ['won', 'refused', 'other', 'reused'] as const) sum[name] += figures[name];
  }
  const passed = sum.won === RACES && sum.refused === RACES * (CLIENTS - 1) && sum.other + sum.reused === 0;
  console.log(
    `one-winner: ${RACES} races of ${CLIENTS} clients: ${sum.won} published, ${sum.refused} × 409, ${sum.other} other; ` +
      `numbers used again after the race or a yank: ${sum.reused}: ${passed ? 'PASS' : 'FAIL'}`,
  );
  return passed;
}
