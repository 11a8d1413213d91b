import { readFileSync, renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readInstalled } from '@/cli/apply/installed';
import { rollback } from '@/cli/commands/rollback';
import { makeContext, makeHome, writeInHome } from './support/context';
import { installModule, REF } from './support/installed';
import { readHome, readTree } from './support/tree';

const OLD = 'one\ntwo\nthree\nfour\nfive\n';
const NEW = 'ONE\ntwo\nthree\nfour\nfive\n';

/** A home whose file a module replaced. */
async function home() {
  const made = makeHome({ rc: OLD });
  await installModule(made, [{ dest: 'rc', text: NEW }]);
  return made;
}
const textOf = (made: Awaited<ReturnType<typeof home>>) => readFileSync(join(made.root, 'rc'), 'utf8');

it('shows the difference, asks once, goes back, and can be undone itself', async () => {
  const made = await home();
  const context = makeContext(made, { answer: true });
  expect(await rollback(context, [], {})).toMatchObject({
    exitCode: 0,
    json: {
      target: 0,
      transaction: 2,
      modules: [{ ref: REF, from: '1.0.0', to: null }],
      steps: [{ action: 'restore' }],
    },
  });
  expect(textOf(made)).toBe(OLD);
  expect(readInstalled(made).modules).toEqual({});
  expect(context.said.questions).toHaveLength(1);
  expect(context.said.lines).toEqual(expect.arrayContaining(['-ONE', '+one']));
  await rollback(makeContext(made, { yes: true }), [], {});
  expect(textOf(made)).toBe(NEW);
  expect(readInstalled(made).modules).toHaveProperty([REF]);
});

it('keeps an edit in other lines', async () => {
  const made = await home();
  writeInHome(made, 'rc', NEW.replace('five', 'five, mine'));
  expect(await rollback(makeContext(made, { yes: true }), ['0'], {})).toMatchObject({
    exitCode: 0,
    json: { steps: [{ action: 'merge' }] },
  });
  expect(textOf(made)).toBe(OLD.replace('five', 'five, mine'));
});

it('stops before the first write when the same lines were edited; forced, the edit can be had back', async () => {
  const made = await home();
  const edited = NEW.replace('ONE', 'mine');
  writeInHome(made, 'rc', edited);
  const context = makeContext(made, { yes: true });
  await expect(rollback(context, [], {})).rejects.toMatchObject({
    code: 'rollback_conflict',
    exitCode: 3,
    details: ['~/rc: it was edited since'],
  });
  expect(textOf(made)).toBe(edited);
  await rollback(makeContext(made, { yes: true, force: true }), [], {});
  expect(textOf(made)).toBe(OLD);
  await rollback(context, [], {});
  expect(textOf(made)).toBe(edited);
});

it('goes through no link, not even forced', async () => {
  const made = makeHome({ 'd/rc': OLD });
  await installModule(made, [{ dest: 'd/rc', text: NEW }]);
  const elsewhere = makeHome({ rc: 'not mine to touch' });
  renameSync(join(made.root, 'd'), join(made.root, 'moved'));
  symlinkSync(elsewhere.root, join(made.root, 'd'));
  const forced = makeContext(made, { yes: true, force: true });
  await expect(rollback(forced, [], {})).rejects.toMatchObject({ code: 'rollback_conflict', exitCode: 3 });
  expect(readFileSync(join(elsewhere.root, 'rc'), 'utf8')).toBe('not mine to touch');
});

it('only says what it would do in a dry run, and nothing happens when it is declined', async () => {
  const made = await home();
  const before = readTree(made.root);
  expect((await rollback(makeContext(made, { dryRun: true }), [], {})).exitCode).toBe(2);
  expect((await rollback(makeContext(made, { dryRun: true }), ['1'], {})).exitCode).toBe(0);
  expect(readTree(made.root)).toEqual(before);
  await expect(rollback(makeContext(made, { answer: false }), [], {})).rejects.toMatchObject({ code: 'declined' });
  expect(readHome(made)).toMatchObject({ './rc': before['./rc'] });
});

it('explains a wrong id', async () => {
  const made = await home();
  const context = makeContext(made, { yes: true });
  await expect(rollback(context, ['last'], {})).rejects.toMatchObject({ code: 'bad_id', exitCode: 64 });
  await expect(rollback(context, ['9'], {})).rejects.toMatchObject({ code: 'unknown_transaction', exitCode: 1 });
  await expect(rollback(makeContext(makeHome()), [], {})).rejects.toMatchObject({ code: 'nothing_to_roll_back' });
  expect(await rollback(context, ['1'], {})).toMatchObject({ exitCode: 0, json: { transaction: null } });
});
