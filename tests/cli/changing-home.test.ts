import { existsSync, lstatSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { readHistory } from '@/cli/apply/history';
import { readInstalled } from '@/cli/apply/installed';
import { diff } from '@/cli/commands/diff';
import { install } from '@/cli/commands/install';
import { rollback } from '@/cli/commands/rollback';
import { uninstall } from '@/cli/commands/uninstall';
import { update } from '@/cli/commands/update';
import type { Command, CommonOptions } from '@/cli/context';
import { CliError } from '@/cli/errors';
import type { Home } from '@/cli/types';
import type { ManifestInput } from '@/lib/manifest/schema';
import { packModule } from '../support/archives/judge';
import { startRegistry, type TestRegistry } from '../support/cli/registry';
import { makeContext, makeHome, writeInHome } from './support/context';
import { readHome, readTree } from './support/tree';

let registry: TestRegistry;
let home: Home;
beforeEach(async () => {
  registry = await startRegistry();
  home = makeHome({ '.zshrc': '# mine' });
});
afterEach(() => registry.close());

type Files = Parameters<typeof packModule>[1];
type Fields = Partial<ManifestInput> & Record<string, unknown>;

/** Publishes a version; the newest is served first. A script may write anything, so it is what most of these are. */
function publish(ref: string, version: string, files: Files, fields: Fields): void {
  const manifest = {
    schemaVersion: 1,
    name: ref,
    version,
    title: 'Sample',
    summary: 'For tests.',
    license: 'MIT',
    ...(fields.kind === undefined && {
      kind: 'script',
      script: { interpreter: 'sh', commands: [{ name: 'sample', path: Object.keys(files)[0] ?? 'a' }] },
    }),
    ...fields,
  };
  const served = { archive: packModule(manifest, files), manifest };
  registry.serve[ref] = { [version]: served, ...registry.serve[ref] };
}

type Options = Partial<CommonOptions> & { answer?: boolean };
async function run(
  command: Command,
  args: string[],
  options: Options = { yes: true },
  more: Record<string, unknown> = {},
) {
  const context = { ...makeContext(home, options), registryUrl: registry.url };
  try {
    const { exitCode, json } = await command(context, args, more);
    return { exitCode, json, said: context.said, code: '' };
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    return { exitCode: error.exitCode, json: null, said: context.said, code: error.code, details: error.details };
  }
}
const text = (path: string) => readFileSync(join(home.root, path), 'utf8');
const lock = () => JSON.parse(text('.config/dotkit/dotkit.lock.json'));
const said = ({ said }: { said: { lines: string[] } }) => said.lines.join('\n');

const TOOL: ManifestInput['files'] = [
  { src: 'tool.conf', dest: '{config}/tool/tool.conf' },
  { src: 'bin/tool', dest: '{bin}/my-tool', mode: 'link' },
  { dest: '{home}/.zshrc', mode: 'source-line', line: 'source ~/.config/tool/tool.conf' },
];
const lines = (...changed: [number, string][]) =>
  Array.from({ length: 12 }, (_, at) => changed.find(([line]) => line === at)?.[1] ?? `line ${at}`).join('\n');
const publishTool = (version: string, conf: string, fields: Fields = {}) =>
  publish(
    '@ada/tool',
    version,
    { 'bin/tool': { body: '#!/bin/sh\necho tool\n', mode: 0o755 }, 'tool.conf': conf },
    { files: TOOL, ...fields },
  );

test('A look changes nothing anywhere; installing does what was shown; leaving puts back every byte.', async () => {
  publishTool('1.0.0', lines());
  const untouched = readTree(home.root);
  const look = await run(install, ['@ada/tool'], { dryRun: true });
  expect(look.exitCode).toBe(2);
  expect(said(look)).toContain('~/.config/tool/tool.conf');
  expect(readTree(home.root)).toEqual(untouched);

  const before = readHome(home);
  const done = await run(install, ['@ada/tool']);
  expect(done).toMatchObject({
    exitCode: 0,
    json: { transaction: 1, modules: [{ ref: '@ada/tool', from: null, to: '1.0.0' }] },
  });
  expect(text('.zshrc')).toBe('# mine\nsource ~/.config/tool/tool.conf\n');
  expect(text('.local/bin/my-tool')).toContain('echo tool');
  expect(lstatSync(join(home.root, '.local/bin/my-tool')).isSymbolicLink()).toBe(true);
  expect(lock().modules['@ada/tool']).toMatchObject({ version: '1.0.0', range: '*' });

  const again = await run(install, ['@ada/tool'], { dryRun: true });
  expect(again.exitCode).toBe(0);
  expect((await run(install, ['@ada/tool'])).json).toMatchObject({ transaction: null });

  expect((await run(uninstall, ['@ada/tool'])).exitCode).toBe(0);
  // The folders of dotkit itself lie in these, so they stay.
  const own = ['./.config', './.local', './.local/share', './.local/state', './.cache'];
  const rest = Object.fromEntries(Object.entries(readHome(home)).filter(([path]) => !own.includes(path)));
  expect(rest).toEqual(before);
  expect(readInstalled(home).modules).toEqual({});
  expect(lock().modules).toEqual({});
});

test('Any conflict stops an install before its first write.', async () => {
  publishTool('1.0.0', lines());
  publish('@bob/other', '1.0.0', { x: 'x' }, { files: [{ src: 'x', dest: '{config}/tool' }] });
  await run(install, ['@bob/other']);
  const before = readHome(home);
  const refused = await run(install, ['@ada/tool']);
  expect(refused).toMatchObject({ exitCode: 3, code: 'conflict' });
  expect(refused.details?.join()).toContain('~/.config/tool/tool.conf (@ada/tool)');
  expect(readHome(home)).toEqual(before);
  expect(readHistory(home)).toHaveLength(1);
});

test('Who says no, or is not asked, changes nothing.', async () => {
  publishTool('1.0.0', lines());
  const before = readHome(home);
  expect(await run(install, ['@ada/tool'], { answer: false })).toMatchObject({ exitCode: 1, code: 'declined' });
  expect(text('.zshrc')).toBe('# mine');
  expect(readHistory(home)).toEqual([]);
  expect(Object.keys(readHome(home))).toEqual(expect.arrayContaining(Object.keys(before)));
});

test('An update merges edits that lie apart; where they collide mine stay and it ends with 3; rollback undoes it.', async () => {
  publishTool('1.0.0', lines());
  await run(install, ['@ada/tool']);
  writeInHome(home, '.config/tool/tool.conf', lines([0, 'mine']));
  expect(await run(diff, [])).toMatchObject({ exitCode: 1, json: { edits: [{ state: 'edited', ref: '@ada/tool' }] } });
  publishTool('1.1.0', lines([11, 'new']));
  const merged = await run(update, []);
  expect(merged).toMatchObject({ exitCode: 0, json: { modules: [{ from: '1.0.0', to: '1.1.0' }] } });
  expect(text('.config/tool/tool.conf')).toBe(lines([0, 'mine'], [11, 'new']));
  expect(text('.local/bin/my-tool')).toContain('echo tool');

  publishTool('1.2.0', lines([0, 'theirs'], [11, 'new']));
  const collided = await run(update, []);
  expect(collided.exitCode).toBe(3);
  expect(said(collided)).toContain('.dotkit-new');
  expect(text('.config/tool/tool.conf')).toBe(lines([0, 'mine'], [11, 'new']));
  expect(text('.config/tool/tool.conf.dotkit-new')).toBe(lines([0, 'theirs'], [11, 'new']));
  expect((await run(update, [])).json).toMatchObject({ transaction: null });

  await run(rollback, []);
  expect(existsSync(join(home.root, '.config/tool/tool.conf.dotkit-new'))).toBe(false);
  expect(readInstalled(home).modules['@ada/tool']?.version).toBe('1.1.0');
  expect(lock().modules['@ada/tool'].version).toBe('1.1.0');
});

test('What going to another version would change is shown, and nothing of it is done.', async () => {
  publishTool('1.0.0', lines());
  await run(install, ['@ada/tool']);
  publishTool('1.1.0', lines([5, 'what is new']));
  // The cache is there already, so the archive is kept in it.
  const tree = () => readTree(home.root, (path) => path === home.own.cache);
  const before = tree();
  const shown = await run(diff, ['@ada/tool@1.1.0'], {});
  expect(shown.exitCode).toBe(1);
  expect(said(shown)).toContain('+what is new');
  expect(tree()).toEqual(before);
  expect((await run(diff, ['@ada/tool'])).exitCode).toBe(0);
});

test('Scripts run only when they are allowed to, and one that fails before leaving stops it.', async () => {
  const fields: Fields = {
    kind: 'shell-plugin',
    shellPlugin: { shells: ['zsh'], entry: ['tool.conf'] },
    files: [{ src: 'tool.conf', dest: '{config}/tool/tool.conf' }],
    hooks: { afterInstall: 'after', beforeUninstall: 'before' },
  };
  const body = (name: string) => `printf '%s' "$DOTKIT_HOOK $DOTKIT_TOKEN" > "$HOME/${name}"\n`;
  const files: Files = {
    'tool.conf': 'x',
    after: body('ran-after'),
    before: `${body('ran-before')}exit 3\n`,
  };
  publish('@ada/tool', '1.0.0', files, fields);
  const quiet = await run(install, ['@ada/tool']);
  expect(quiet.said.notes.join()).toContain('--allow-scripts');
  expect(existsSync(join(home.root, 'ran-after'))).toBe(false);
  await run(uninstall, ['@ada/tool']);
  await run(install, ['@ada/tool'], { yes: true, allowScripts: true });
  expect(text('ran-after')).toBe('afterInstall ');
  expect(await run(uninstall, ['@ada/tool'], { yes: true, allowScripts: true })).toMatchObject({ code: 'hook_failed' });
  expect(text('ran-before')).toBe('beforeUninstall ');
  expect(readInstalled(home).modules).toHaveProperty('@ada/tool');
  expect((await run(uninstall, ['@ada/tool'])).exitCode).toBe(0);
});

test('A place that answers instead of a well-known command needs a consent of its own.', async () => {
  publish('@ada/tool', '1.0.0', { git: 'x' }, { files: [{ src: 'git', dest: '{bin}/git' }] });
  expect(await run(install, ['@ada/tool'])).toMatchObject({ exitCode: 64, code: 'needs_allow_sensitive' });
  expect(existsSync(join(home.root, '.local/bin/git'))).toBe(false);
  const asked = await run(install, ['@ada/tool'], { answer: true });
  expect(asked.said.questions).toHaveLength(2);
  await run(uninstall, ['@ada/tool']);
  expect((await run(install, ['@ada/tool'], { yes: true, allowSensitive: true })).exitCode).toBe(0);
});

const VARIABLES: ManifestInput['variables'] = [
  { key: 'size', type: 'number', label: 'Size', default: 12 },
  { key: 'bar', type: 'boolean', label: 'Bar', default: true },
];
const publishTemplate = (version: string, content: string) =>
  publish(
    '@ada/tool',
    version,
    { t: content },
    { files: [{ src: 't', dest: '{home}/.t', mode: 'template' }], variables: VARIABLES },
  );

test('Variables are set by name, kept with the answers, used by the next version, and forgotten with the module.', async () => {
  publishTemplate('1.0.0', 'size={{ size }}{{#if bar}} bar{{/if}}\n');
  expect(await run(install, ['@ada/tool'], { yes: true }, { set: ['sise=3'] })).toMatchObject({
    code: 'invalid_variable',
  });
  await run(install, ['@ada/tool'], { yes: true }, { set: ['size=9', '@ada/tool:bar=no'] });
  expect(text('.t')).toBe('size=9\n');
  const kept = join(home.root, '.config/dotkit/variables.json');
  expect(JSON.parse(readFileSync(kept, 'utf8'))).toEqual({ '@ada/tool': { bar: false, size: 9 } });
  expect(lstatSync(kept).mode & 0o777).toBe(0o600);
  publishTemplate('1.1.0', 'new size={{ size }}\n');
  await run(update, []);
  expect(text('.t')).toBe('new size=9\n');
  await run(update, ['@ada/tool'], { yes: true }, { set: ['size=10'] });
  expect(text('.t')).toBe('new size=10\n');
  await run(uninstall, ['@ada/tool']);
  expect(existsSync(kept)).toBe(false);
});

const bundleFields = (modules: object[]): Fields => ({ kind: 'bundle', files: [], bundle: { modules } as never });

test('A bundle brings its modules with what it sets for them, and takes them along when it leaves.', async () => {
  publishTemplate('1.0.0', 'size={{ size }}\n');
  publish('@bob/alone', '1.0.0', { a: 'a' }, { files: [{ src: 'a', dest: '{home}/.alone' }] });
  publish(
    '@ada/all',
    '1.0.0',
    {},
    bundleFields([
      { ref: '@ada/tool', range: '^1.0.0', variables: { size: 7 } },
      { ref: '@bob/alone', range: '*' },
    ]),
  );
  const before = readHome(home);
  await run(install, ['@bob/alone']);
  await run(install, ['@ada/all']);
  expect(text('.t')).toBe('size=7\n');
  expect(Object.keys(readInstalled(home).modules)).toEqual(['@ada/all', '@ada/tool', '@bob/alone']);
  const needed = await run(uninstall, ['@ada/tool']);
  expect(needed).toMatchObject({
    exitCode: 3,
    code: 'still_needed',
    details: ['@ada/all needs @ada/tool', expect.any(String)],
  });
  publishTemplate('1.0.1', 'new size={{ size }}\n');
  await run(update, ['@ada/tool']);
  expect(text('.t')).toBe('new size=7\n');
  await run(uninstall, ['@ada/all']);
  expect(Object.keys(readInstalled(home).modules)).toEqual(['@bob/alone']);
  await run(uninstall, ['@bob/alone']);
  expect(readHome(home)).toMatchObject(before);
  expect(existsSync(join(home.root, '.alone'))).toBe(false);
});

test('A dependency that a new version no longer needs leaves in the same transaction.', async () => {
  publish('@bob/dep', '1.0.0', { a: 'a' }, { files: [{ src: 'a', dest: '{home}/.dep' }] });
  publishTool('1.0.0', lines(), { dependencies: { '@bob/dep': '^1.0.0' } });
  await run(install, ['@ada/tool']);
  expect(text('.dep')).toBe('a');
  publishTool('2.0.0', lines());
  const done = await run(update, []);
  expect(done.json).toMatchObject({
    modules: [
      { ref: '@ada/tool', to: '2.0.0' },
      { ref: '@bob/dep', to: null },
    ],
  });
  expect(existsSync(join(home.root, '.dep'))).toBe(false);
});

test('One module that cannot be had any more does not keep the others from being updated.', async () => {
  publishTool('1.0.0', lines());
  publish('@bob/alone', '1.0.0', { a: 'a' }, { files: [{ src: 'a', dest: '{home}/.alone' }] });
  await run(install, ['@ada/tool', '@bob/alone']);
  delete registry.serve['@bob/alone'];
  publishTool('1.1.0', lines([3, 'new']));
  const done = await run(update, []);
  expect(done).toMatchObject({ exitCode: 0, json: { modules: [{ ref: '@ada/tool', to: '1.1.0' }] } });
  expect(done.said.warnings.join()).toContain('@bob/alone stays where it is');
  expect(text('.alone')).toBe('a');
  expect((await run(update, ['@bob/alone'])).exitCode).not.toBe(0);
});

test('The lock file of another home brings this one to the same versions, and nothing newer.', async () => {
  publishTool('1.0.0', lines());
  await run(install, ['@ada/tool']);
  const written = text('.config/dotkit/dotkit.lock.json');
  publishTool('2.0.0', lines([1, 'newer']));
  home = makeHome();
  expect(await run(install, [])).toMatchObject({ exitCode: 64, code: 'nothing_named' });
  writeInHome(home, '.config/dotkit/dotkit.lock.json', written);
  expect((await run(install, [])).exitCode).toBe(0);
  expect(readInstalled(home).modules['@ada/tool']?.version).toBe('1.0.0');
  expect(text('.config/dotkit/dotkit.lock.json')).toBe(written);
});

test('Installing one module keeps what the lock file holds for later.', async () => {
  publishTool('1.0.0', lines());
  publish('@bob/alone', '1.0.0', { a: 'a' }, { files: [{ src: 'a', dest: '{home}/.alone' }] });
  await run(install, ['@ada/tool']);
  const written = text('.config/dotkit/dotkit.lock.json');
  home = makeHome();
  writeInHome(home, '.config/dotkit/dotkit.lock.json', written);
  await run(install, ['@bob/alone']);
  expect(Object.keys(lock().modules)).toEqual(['@ada/tool', '@bob/alone']);
  await run(install, []);
  expect(Object.keys(readInstalled(home).modules)).toEqual(['@ada/tool', '@bob/alone']);
});

test('A package list prints what to run, and runs nothing.', async () => {
  publish(
    '@ada/packages',
    '1.0.0',
    {},
    {
      kind: 'package-list',
      files: [],
      packageList: {
        manager: 'brew',
        entries: [{ name: 'git' }, { name: 'a b' }, { name: 'firefox', type: 'cask', optional: true }],
      },
    },
  );
  const done = await run(install, ['@ada/packages']);
  expect(said(done)).toContain("    brew install git 'a b'");
  expect(said(done)).toContain('    brew install --cask firefox  (optional)');
  expect(done.exitCode).toBe(0);
});

test('What a module, its paths and its values say cannot steer the terminal.', async () => {
  publishTool('1.0.0', `${lines()}\n\u001b]0;title\u0007shown\u202e\n`);
  writeInHome(home, '.config/tool/tool.conf', 'old \u001b[2J\n');
  const done = await run(install, ['@ada/tool'], { dryRun: true });
  const printed = [...done.said.lines, ...done.said.notes, ...done.said.warnings].join('\n');
  expect(printed).toContain('shown');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
  expect(printed).not.toMatch(/[\u001b\u0007\u202e]/);
});

test('A module that nobody installed can be neither updated nor removed.', async () => {
  for (const command of [update, uninstall]) {
    expect(await run(command, ['@ada/none'])).toMatchObject({ exitCode: 1, code: 'not_installed' });
  }
  rmSync(join(home.root, '.zshrc'));
  writeFileSync(join(home.root, '.zshrc'), '');
  expect((await run(update, [])).json).toMatchObject({ transaction: null });
});
