import { expect, it } from 'vitest';

import { runHonest } from '../support/archives/honest-run';

it('no honest archive is refused, whatever tool packed it', async () => {
  const figures = await runHonest();
  console.log(
    `T2 honest: ${figures.archives} archives, ${figures.accepted} accepted, ${figures.faults.length} refused or misread`,
  );
  expect(figures.faults).toEqual([]);
  expect(figures.notWritten).toEqual([]);
  expect(figures.accepted).toBe(figures.archives);
}, 300_000);
