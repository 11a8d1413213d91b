import { describe, expect, it } from 'vitest';

import { runControl } from '../support/archives/control';
import { corporaFolder } from '../support/archives/corpora';
import { runCorpus } from '../support/archives/corpus-run';
import { runMutants, stockFaults } from '../support/archives/mutant-run';

const folder = corporaFolder();

describe('hostile archives', () => {
  it.runIf(folder !== null)(
    'every malformed or unsafe archive of the corpus is refused for its structure, with a path',
    async () => {
      const figures = await runCorpus(folder ?? '');
      console.log(
        `T1 corpus: ${figures.archives} archives, ${figures.hostile} hostile, ${figures.faults.length} faults, slowest ${figures.slowestMs.toFixed(0)} ms, p99 ${figures.p99Ms.toFixed(0)} ms`,
      );
      expect(figures.faults).toEqual([]);
      expect(figures.disagreements).toEqual([]);
      expect(figures.rawFaults).toEqual([]);
      expect(figures.hostile).toBe(201);
      expect(figures.slowestMs).toBeLessThan(10_000);
    },
  );

  it('an old tar lets them out, so the run means something; none is accepted', async () => {
    const figures = await runControl();
    console.log(
      `T1 control: tar 6.1.0 let ${figures.escapes} of ${figures.archives} out; ${figures.accepted} accepted`,
    );
    expect(figures.escapes).toBeGreaterThan(0);
    expect(figures.accepted).toBe(0);
  });

  it('2,000 mutants: whatever is accepted is the same module to every reader', async () => {
    expect(await stockFaults()).toEqual([]);
    const figures = await runMutants(2000, 20_261_121);
    console.log(
      `T1 mutants: ${figures.mutants}, refused ${figures.refused}, harmless ${figures.accepted}, violations ${figures.violations.length}, crashes ${figures.crashes.length}, p99 ${figures.p99Ms.toFixed(0)} ms`,
    );
    expect(figures.violations).toEqual([]);
    expect(figures.crashes).toEqual([]);
    expect(figures.withoutCode).toBe(0);
    expect(figures.accepted).toBeGreaterThan(50);
    expect(figures.slowestMs).toBeLessThan(10_000);
  });
});
