import { rmSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readHistory } from '@/cli/apply/history';
import { runLocked } from '@/cli/apply/run-locked';
import { commit } from '@/cli/apply/transaction';
import { rollback } from '@/cli/commands/rollback';
import { makeContext, makeHome } from './support/context';
import { edit } from './support/edit';
import { readHome } from './support/tree';
import { grant, type Model, type Texts, treeOf, wishes } from './support/wishes';

it('returns to the state after any transaction: content, mode and links, however often', {
  timeout: 300_000,
}, async () => {
  let rollbacks = 0;
  const runs = 80;
  await fc.assert(
    fc.asyncProperty(
      fc.array(wishes, { minLength: 1, maxLength: 5 }),
      fc.array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: 3 }),
      async (sequence, targets) => {
        const home = makeHome();
        const context = makeContext(home, { yes: true });
        const texts: Texts = new Map();
        const states: Model[] = [new Map()];
        for (const granted of sequence) {
          const { after, changes } = grant(home.root, states.at(-1) ?? new Map(), granted, texts);
          const done = await runLocked(context, (session) =>
            commit(session, { action: 'install', modules: [], changes, made: texts }),
          );
          if (done !== null) states[done.id] = after;
        }
        for (const target of targets) {
          const id = target % states.length;
          const { exitCode } = await rollback(context, [String(id)], {});
          expect(exitCode).toBe(0);
          expect(readHome(home)).toEqual(treeOf(states[id] ?? new Map(), texts));
          rollbacks += 1;
          const last = readHistory(home).at(-1);
          if (last !== undefined) states[last.id] = states[id] ?? new Map();
        }
        rmSync(home.root, { recursive: true, force: true });
      },
    ),
    { numRuns: runs },
  );
  console.log(`${runs} random homes, ${rollbacks} rollbacks, every tree equal`);
});

it('loses no edit: refused as a whole, or done and undone again to the same bytes', { timeout: 300_000 }, async () => {
  const seen = { done: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(
      fc.array(wishes, { minLength: 1, maxLength: 3 }),
      wishes,
      fc.nat({ max: 1000 }),
      fc.boolean(),
      async (sequence, edits, target, force) => {
        const home = makeHome();
        const context = makeContext(home, { yes: true, force });
        const texts: Texts = new Map();
        let model: Model = new Map();
        for (const granted of sequence) {
          const { after, changes } = grant(home.root, model, granted, texts);
          await runLocked(context, (session) =>
            commit(session, { action: 'install', modules: [], changes, made: texts }),
          );
          model = after;
        }
        edit(grant(home.root, model, edits, texts).changes, texts);
        const edited = readHome(home);
        const last = readHistory(home).at(-1)?.id ?? 0;
        const attempt = rollback(context, [String(target % (last + 1))], {});
        const refusal = await attempt.then(
          () => null,
          (error: unknown) => error,
        );
        if (refusal !== null) {
          expect(refusal).toMatchObject({ exitCode: 3 });
          expect(readHome(home)).toEqual(edited);
          seen.refused += 1;
        } else if ((readHistory(home).at(-1)?.id ?? 0) > last) {
          await rollback(context, [], {});
          expect(readHome(home)).toEqual(edited);
          seen.done += 1;
        }
        rmSync(home.root, { recursive: true, force: true });
      },
    ),
    { numRuns: 120 },
  );
  console.log(
    `rollbacks over edits: ${seen.done} done and undone to the same bytes, ${seen.refused} refused as a whole`,
  );
  expect(Math.min(seen.done, seen.refused)).toBeGreaterThan(10);
});
