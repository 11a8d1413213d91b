import { expect, it } from 'vitest';

import { bombLine, runBombs } from '../support/archives/bomb-run';

it('bombs are stopped at the limit, within 2 s of CPU and 64 MiB', async () => {
  const figures = await runBombs(0.1);
  for (const figure of figures) console.log(`T3 ${bombLine(figure)}`);
  expect(figures.filter(({ faults }) => faults.length > 0)).toEqual([]);
}, 300_000);
