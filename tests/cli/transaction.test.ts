import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openBlobs } from '@/cli/apply/blobs';
import { readHistory } from '@/cli/apply/history';
import { openJournal } from '@/cli/apply/journal';
import { runLocked } from '@/cli/apply/run-locked';
import { stateAt } from '@/cli/apply/state-at';
import { commit, type TransactionRequest } from '@/cli/apply/transaction';
import { list } from '@/cli/commands/list';
import { ownPaths } from '@/cli/own-paths';
import { sha256Of } from '@/cli/plan/states';
import type { Change, FileState, Home } from '@/cli/types';
import { makeContext, makeHome, temporaryFolder, writeInHome } from './support/context';
import { readHome, readTree } from './support/tree';

const ABSENT: FileState = { type: 'absent' };
const file = (text: string, perm = 0o644): FileState => ({ type: 'file', sha256: sha256Of(Buffer.from(text)), perm });
const base64 = (text: string) => Buffer.from(text).toString('base64');
const contents = (...texts: string[]) => new Map(texts.map((text) => [sha256Of(Buffer.from(text)), Buffer.from(text)]));

/** Changes from what is there now. */
const towards = (home: Home, wanted: Record<string, FileState>): Change[] =>
  Object.entries(wanted).map(([name, after]) => {
    const path = join(home.root, name);
    return { path, before: stateAt(path), after };
  });

const carryOut = (home: Home, changes: readonly Change[], made: TransactionRequest['made'] = new Map()) =>
  runLocked(makeContext(home), (session) => commit(session, { action: 'install', modules: [], changes, made }));

it('makes files, links and folders, replaces what is there, and writes it into the history', async () => {
  const home = makeHome({ '.zshrc': 'mine', 'old/keep': 'x', '.bashrc': 'bash' });
  const changes = towards(home, {
    'new/deep/file': file('deep', 0o755),
    new: { type: 'folder', perm: 0o750 },
    'new/deep': { type: 'folder', perm: 0o555 },
    '.zshrc': file('theirs', 0o600),
    link: { type: 'link', target: '../elsewhere' },
    'old/keep': ABSENT,
    old: ABSENT,
    '.bashrc': { type: 'link', target: 'new/deep/file' },
  });
  const done = await carryOut(home, changes, contents('deep', 'theirs'));
  expect(readHome(home)).toEqual({
    './new': 'folder 750',
    './new/deep': 'folder 555',
    './new/deep/file': `file 755 ${base64('deep')}`,
    './.zshrc': `file 600 ${base64('theirs')}`,
    './link': 'link ../elsewhere',
    './.bashrc': 'link new/deep/file',
  });
  expect(readHistory(home)).toEqual([{ ...done, id: 1, changes }]);
  for (const text of ['mine', 'x', 'bash']) expect(openBlobs(home).has(sha256Of(Buffer.from(text)))).toBe(true);
});

it('leaves no trace when there is nothing to change', async () => {
  const home = makeHome({ a: 'same' });
  expect(await carryOut(home, towards(home, { a: file('same') }))).toBeNull();
  expect(readHistory(home)).toEqual([]);
});

it('keeps a folder that is not empty, and never takes that for a failure', async () => {
  const home = makeHome({ 'theme/module': 'm' });
  const changes = towards(home, { 'theme/module': ABSENT, theme: ABSENT });
  writeInHome(home, 'theme/mine', 'mine');
  await carryOut(home, changes);
  expect(Object.keys(readHome(home))).toEqual(['./theme', './theme/mine']);
});

it('undoes everything when a path is no longer as it was planned', async () => {
  const home = makeHome({ z: 'planned', b: 'b' });
  const changes = towards(home, {
    a: file('new'),
    b: ABSENT,
    'c/d': file('new'),
    c: { type: 'folder', perm: 0o755 },
    z: file('new'),
  });
  writeInHome(home, 'z', 'changed by somebody else');
  const before = readHome(home);
  await expect(carryOut(home, changes, contents('new'))).rejects.toMatchObject({
    code: 'changed_meanwhile',
    exitCode: 3,
  });
  expect(readHome(home)).toEqual(before);
  expect(readHistory(home)).toEqual([]);
  expect(existsSync(ownPaths(home).journal)).toBe(false);
});

it('never replaces a file that appeared where a new one was to come', async () => {
  const home = makeHome();
  const changes = towards(home, { a: file('new') });
  writeInHome(home, 'a', 'appeared');
  await expect(carryOut(home, changes, contents('new'))).rejects.toMatchObject({ code: 'changed_meanwhile' });
  expect(readFileSync(join(home.root, 'a'), 'utf8')).toBe('appeared');
});

it('writes nothing through a link, and replaces a link itself', async () => {
  const home = makeHome();
  const outside = temporaryFolder();
  writeFileSync(join(outside, 'rc'), 'not mine to touch');
  symlinkSync(outside, join(home.root, 'linked'));
  symlinkSync(join(outside, 'rc'), join(home.root, 'rc'));
  const through: Change = { path: join(home.root, 'linked/new'), before: ABSENT, after: file('new') };
  await expect(carryOut(home, [through], contents('new'))).rejects.toMatchObject({
    code: 'path_obstructed',
    exitCode: 3,
  });
  await carryOut(home, towards(home, { rc: file('new') }), contents('new'));
  expect(readTree(outside)).toEqual({ './rc': `file 644 ${base64('not mine to touch')}` });
  expect(readFileSync(join(home.root, 'rc'), 'utf8')).toBe('new');
});

it('refuses what lies outside the home, and own folders behind a link', async () => {
  const home = makeHome();
  const outside = temporaryFolder();
  const change: Change = { path: join(outside, 'x'), before: ABSENT, after: file('new') };
  await expect(carryOut(home, [change], contents('new'))).rejects.toThrow('outside');
  const behind = makeHome();
  symlinkSync(outside, join(behind.root, '.config'));
  await expect(carryOut(behind, towards(behind, { a: file('new') }), contents('new'))).rejects.toMatchObject({
    code: 'path_obstructed',
  });
  expect(readTree(outside)).toEqual({});
});

it('finds a damaged content before it is written anywhere', async () => {
  const home = makeHome({ a: 'mine' });
  await runLocked(makeContext(home), ({ blobs }) => blobs.putBytes(Buffer.from('good')));
  writeFileSync(openBlobs(home).pathOf(sha256Of(Buffer.from('good'))), 'evil');
  await expect(carryOut(home, towards(home, { a: file('good') }))).rejects.toMatchObject({
    code: 'blob_damaged',
    exitCode: 4,
  });
  expect(readFileSync(join(home.root, 'a'), 'utf8')).toBe('mine');
});

it('leaves alone what a person changed after a kill, says so, and undoes the rest', async () => {
  const home = makeHome({ a: 'a', b: 'b' });
  const changes = towards(home, { a: file('new'), b: file('new'), c: file('new') });
  await runLocked(makeContext(home), async ({ blobs }) => {
    for (const text of ['a', 'b', 'new']) await blobs.putBytes(Buffer.from(text));
    const transaction = { id: 1, action: 'install' as const, at: new Date().toISOString(), modules: [], changes };
    await openJournal(home, { nonce: '0123456789ab', transaction });
  });
  writeInHome(home, 'a', 'new');
  writeInHome(home, 'b', 'edited after the kill');
  writeInHome(home, 'c', 'new');
  const context = makeContext(home);
  await list(context, [], {});
  expect(readHome(home)).toEqual({
    './a': `file 644 ${base64('a')}`,
    './b': `file 644 ${base64('edited after the kill')}`,
  });
  expect(context.said.warnings).toEqual([
    expect.stringContaining('The last install was interrupted'),
    expect.stringContaining(join(home.root, 'b')),
  ]);
});

it('brings back what lay in a folder whose place a file had taken when the process was killed', async () => {
  const home = makeHome({ 'e/f': 'f', 'e/g/h': 'h' });
  const changes = towards(home, { e: file('new'), 'e/f': ABSENT, 'e/g': ABSENT, 'e/g/h': ABSENT });
  const before = readHome(home);
  await runLocked(makeContext(home), async ({ blobs }) => {
    for (const text of ['f', 'h', 'new']) await blobs.putBytes(Buffer.from(text));
    const transaction = { id: 1, action: 'install' as const, at: new Date().toISOString(), modules: [], changes };
    await openJournal(home, { nonce: '0123456789ab', transaction });
  });
  rmSync(join(home.root, 'e'), { recursive: true });
  writeInHome(home, 'e', 'new');
  const context = makeContext(home);
  await list(context, [], {});
  expect(readHome(home)).toEqual(before);
  expect(context.said.warnings).toHaveLength(1);
});

it('undoes everything when the system refuses a write, even to root', async () => {
  const home = makeHome({ b: 'b' });
  // Longer than any file system's names.
  const changes = towards(home, { b: file('new') });
  changes.push({ path: join(home.root, 'n'.repeat(300)), before: ABSENT, after: { type: 'link', target: 'x' } });
  await expect(carryOut(home, changes, contents('new'))).rejects.toMatchObject({ code: 'write_failed', exitCode: 1 });
  expect(readFileSync(join(home.root, 'b'), 'utf8')).toBe('b');
});

it('undoes everything when a folder that has to go is not empty', async () => {
  const home = makeHome({ 'x/y': 'y', b: 'b' });
  const changes = towards(home, { b: file('new'), x: file('new') });
  await expect(carryOut(home, changes, contents('new'))).rejects.toMatchObject({
    code: 'folder_not_empty',
    exitCode: 3,
  });
  expect(readFileSync(join(home.root, 'b'), 'utf8')).toBe('b');
  rmSync(join(home.root, 'x'), { recursive: true });
  mkdirSync(join(home.root, 'x'));
  await carryOut(home, towards(home, { x: file('new') }), contents('new'));
  expect(readFileSync(join(home.root, 'x'), 'utf8')).toBe('new');
});
