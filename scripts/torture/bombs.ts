import { bombLine, runBombs } from '../../tests/support/archives/bomb-run';

/** T3: archives that cost little to send and much to open, each in a process of its own. True when all stay in bounds. */
export async function run(): Promise<boolean> {
  const figures = await runBombs(1);
  for (const figure of figures) console.log(`T3 ${bombLine(figure)}`);
  return figures.every(({ faults }) => faults.length === 0);
}
