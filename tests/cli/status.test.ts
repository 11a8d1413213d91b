import { chmodSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { history } from '@/cli/commands/history';
import { list } from '@/cli/commands/list';
import { status } from '@/cli/commands/status';
import { bytesOf, sha256Of } from '@/cli/plan/states';
import { makeContext, makeHome, writeInHome } from './support/context';
import { installModule, REF } from './support/installed';

const part = (text: string) => ({ type: 'file' as const, sha256: sha256Of(bytesOf(text)), perm: 0 });
const BLOCK = `# >>> dotkit ${REF}:.zshrc >>>\nalias ll="ls -l"\n# <<< dotkit ${REF}:.zshrc <<<\n`;

async function home() {
  const made = makeHome({ '.zshrc': '# mine\n', '.profile': 'export A=1' });
  await installModule(made, [
    { dest: 'a', text: 'A\n' },
    { dest: 'b', text: 'B\n', perm: 0o755 },
    { dest: 'c', text: 'C\n', mode: 'create-only' },
    { dest: '.zshrc', text: `# mine\n${BLOCK}`, mode: 'block', written: part('alias ll="ls -l"\n') },
    { dest: '.profile', text: 'export A=1\n. ~/a\n', mode: 'source-line', written: part('. ~/a') },
  ]);
  return made;
}

const states = async (made: Awaited<ReturnType<typeof home>>) => {
  const outcome = await status(makeContext(made), [], {});
  const { modules } = outcome.json as { modules: { files: { dest: string; state: string }[] }[] };
  const files = modules.flatMap((module) => module.files);
  return { exitCode: outcome.exitCode, ...Object.fromEntries(files.map(({ dest, state }) => [dest.slice(7), state])) };
};

it('is clean after an install, and after edits that are the person’s own', async () => {
  const made = await home();
  writeInHome(made, 'c', 'filled in by me\n');
  writeInHome(made, '.zshrc', `# new above\n${BLOCK}# new below\n`);
  writeInHome(made, '.profile', '. ~/a\r\nexport B=2\n');
  expect(await states(made)).toEqual({
    exitCode: 0,
    a: 'clean',
    b: 'clean',
    c: 'clean',
    '.zshrc': 'clean',
    '.profile': 'clean',
  });
});

it('tells what was edited and what is missing, and ends with 1', async () => {
  const made = await home();
  writeInHome(made, 'a', 'edited\n');
  chmodSync(join(made.root, 'b'), 0o600);
  rmSync(join(made.root, 'c'));
  writeInHome(made, '.zshrc', BLOCK.replace('ls -l', 'ls -la'));
  writeInHome(made, '.profile', 'export A=1\n');
  expect(await states(made)).toEqual({
    exitCode: 1,
    a: 'edited',
    b: 'edited',
    c: 'missing',
    '.zshrc': 'edited',
    '.profile': 'missing',
  });
  const context = makeContext(made);
  await status(context, [REF], {});
  expect(context.said.lines).toContain('  edited   ~/a');
  await expect(status(context, ['@ada/other'], {})).rejects.toMatchObject({ code: 'not_installed', exitCode: 1 });
});

it('lists what is installed and what was done', async () => {
  const made = await home();
  const context = makeContext(made);
  expect(await list(context, [], {})).toMatchObject({
    exitCode: 0,
    json: { modules: [{ ref: REF, version: '1.0.0', range: '*' }] },
  });
  expect(await history(context, [], {})).toMatchObject({
    exitCode: 0,
    json: { transactions: [{ id: 1, action: 'install', paths: 5, modules: [{ ref: REF, from: null, to: '1.0.0' }] }] },
  });
  expect(context.said.lines.join('\n')).toContain('@ada/calm 1.0.0');
  const empty = makeContext(makeHome());
  expect(await list(empty, [], {})).toEqual({ exitCode: 0, json: { modules: [] } });
  expect(empty.said.notes).toHaveLength(1);
});
