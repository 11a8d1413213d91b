import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CliError } from '@/cli/errors';
import { type Chosen, type ResolveOptions, resolve, type Wish } from '@/cli/plan/resolve';

import { hasAnswer, isAnswer } from '../support/cli/brute-force';
import { type Catalogue, memorySource } from '../support/cli/memory-source';

const OPTIONS: ResolveOptions = { lock: null, minimumAgeHours: 0, now: Date.now(), os: 'linux', arch: 'x64' };
const REFS = ['@a/one', '@a/two', '@a/three', '@a/four', '@a/five'];
const VERSIONS = ['1.0.0', '1.1.0', '2.0.0', '2.1.0-beta.1'];

const ref = fc.constantFrom(...REFS);
/** Now and then a module that nobody published is needed. */
const needed = fc.oneof({ weight: 20, arbitrary: ref }, { weight: 1, arbitrary: fc.constant('@a/gone') });
const range = fc.constantFrom('*', '^1.0.0', '1.0.0', '^2.0.0', '>=1.1.0', '<2.0.0', '^2.1.0-beta.1', '1.0.0 || 2.0.0');
const published = fc.record({
  dependencies: fc.dictionary(needed, range, { maxKeys: 2 }),
  conflicts: fc.oneof(
    { weight: 4, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(ref, { maxLength: 1 }) },
  ),
  yanked: fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.constant('broken') }),
});
const versions = fc.dictionary(fc.constantFrom(...VERSIONS), published, { minKeys: 1, maxKeys: 3 });
const catalogue: fc.Arbitrary<Catalogue> = fc
  .tuple(versions, versions, versions, versions, versions)
  .map((all) => Object.fromEntries(all.map((one, at) => [REFS[at], one])));
const wishes: fc.Arbitrary<Wish[]> = fc.array(fc.record({ ref, range }), { minLength: 1, maxLength: 2 });

async function attempt(modules: Catalogue, asked: Wish[]): Promise<Chosen[] | CliError> {
  try {
    return await resolve(asked, memorySource(modules), OPTIONS);
  } catch (error) {
    if (error instanceof CliError) return error;
    throw error;
  }
}

it('finds an answer exactly where trying everything finds one, and what it finds is an answer', async () => {
  const seen = { solved: 0, unsolvable: 0 };
  await fc.assert(
    fc.asyncProperty(catalogue, wishes, async (modules, asked) => {
      const found = await attempt(modules, asked);
      if (found instanceof CliError) {
        seen.unsolvable += 1;
        expect(hasAnswer(modules, asked)).toBe(false);
        return;
      }
      seen.solved += 1;
      expect(isAnswer(modules, asked, new Map(found.map((one) => [one.ref, one.version])))).toBe(true);
    }),
    { numRuns: 3000 },
  );
  console.log(`resolver: ${seen.solved} catalogues with an answer, ${seen.unsolvable} without`);
  expect(Math.min(seen.solved, seen.unsolvable)).toBeGreaterThan(300);
});

it('takes nothing that is not needed, and puts each module after those it needs unless they form a circle', async () => {
  await fc.assert(
    fc.asyncProperty(catalogue, wishes, async (modules, asked) => {
      const found = await attempt(modules, asked);
      if (found instanceof CliError) return;
      const needed = new Set(asked.map((wish) => wish.ref));
      for (const one of needed)
        for (const other of Object.keys(found.find((chosen) => chosen.ref === one)?.dependencies ?? {}))
          needed.add(other);
      expect(new Set(found.map((one) => one.ref))).toEqual(needed);
      const reach = (from: string, seen = new Set<string>()): Set<string> => {
        for (const other of Object.keys(found.find((one) => one.ref === from)?.dependencies ?? {}))
          if (!seen.has(other)) reach(other, seen.add(other));
        return seen;
      };
      const place = new Map(found.map((one, at) => [one.ref, at]));
      for (const one of found)
        for (const other of Object.keys(one.dependencies))
          if (!reach(other).has(one.ref)) expect(place.get(other)).toBeLessThan(place.get(one.ref) ?? -1);
    }),
    { numRuns: 1000 },
  );
});

it('gives the same answer again when the first one is its lock, without asking for anything', async () => {
  await fc.assert(
    fc.asyncProperty(catalogue, wishes, async (modules, asked) => {
      const found = await attempt(modules, asked);
      if (found instanceof CliError) return;
      const locked = found.map(({ ref: name, version, range: wanted, dependencies }) => [
        name,
        { version, integrity: 'sha256-AAAA', range: wanted, dependencies },
      ]);
      const source = memorySource({});
      const lock = { lockfileVersion: 1 as const, modules: Object.fromEntries(locked) };
      const again = await resolve(asked, source, { ...OPTIONS, lock });
      expect(again.map((one) => [one.ref, one.version])).toEqual(found.map((one) => [one.ref, one.version]));
      expect(source.asked).toEqual({ offers: [], facts: [], conflicts: [] });
    }),
    { numRuns: 500 },
  );
});
