import { expect, test } from 'vitest';

import { driftOf } from '@/cli/plan/drift';
import { planChanges } from '@/cli/plan/plan-changes';
import { neededBy, rootsOf, withOrphans } from '@/cli/plan/roots';
import type { Receipt } from '@/cli/types';
import { MemoryHome, ROOT, readyModule, testHome } from '../support/cli-home';

test('What differs from what was installed is told with both texts, path by path.', () => {
  const home = new MemoryHome();
  const next = readyModule(home, '@ada/one', '1.0.0', [
    { dest: '{home}/.edited', content: 'a\n' },
    { dest: '{home}/.same', content: 'a\n' },
    { dest: '{home}/.mode', content: 'a\n' },
    { dest: '{home}/.gone', content: 'a\n' },
    { dest: '{home}/.link', content: 'a\n', mode: 'link' },
    { dest: '{home}/.image', content: Buffer.from([0, 1]) },
    { dest: '{home}/.zshrc', content: 'a\n', mode: 'block', src: 'init' },
    { dest: '{home}/.zshrc', line: 'source x' },
  ]);
  const { disk, contents, installed } = home;
  home.apply(planChanges({ home: testHome(), disk, contents, installed, next: [next], leaving: [] }));
  const drift = () => driftOf(Object.values(home.installed.modules), disk, contents);
  expect(drift()).toEqual([]);

  home
    .write(`${ROOT}/.edited`, 'b\n')
    .write(`${ROOT}/.mode`, 'a\n', 0o600)
    .write(`${ROOT}/.image`, Buffer.from([0, 2]));
  home.set(`${ROOT}/.gone`, { type: 'absent' }).set(`${ROOT}/.link`, { type: 'link', target: '/else' });
  home.write(`${ROOT}/.zshrc`, (home.text(`${ROOT}/.zshrc`) ?? '').replace('a\n', 'mine\n').replace('source x\n', ''));
  const found = drift().map(({ path, ref: _, ...rest }) => [path.slice(ROOT.length + 1), rest]);
  expect(Object.fromEntries(found)).toEqual({
    '.edited': { state: 'edited', before: 'a\n', after: 'b\n', isMode: false },
    '.mode': { state: 'edited', before: 'a\n', after: 'a\n', isMode: true },
    '.gone': { state: 'missing', before: 'a\n', after: null, isMode: false },
    '.link': { state: 'edited', before: `→ ${next.storeFolder}/files/4\n`, after: '→ /else\n', isMode: false },
    '.image': { state: 'edited', before: null, after: null, isMode: false },
    '.zshrc': { state: 'missing', before: 'source x\n', after: null, isMode: false },
  });
  expect(drift().find(({ path, state }) => path.endsWith('.zshrc') && state === 'edited')).toMatchObject({
    before: 'a\n',
    after: 'mine\n',
  });
});

const receipt = (ref: string, range: string | null, ...needs: string[]): Receipt => ({
  ref,
  range,
  version: '1.0.0',
  integrity: 'sha256-',
  kind: 'script',
  title: ref,
  dependencies: Object.fromEntries(needs.map((other) => [other, '*'])),
  capabilities: { runs: [], network: [], root: false, labels: [] },
  claims: [],
  hooks: {},
  storeFolder: '',
  writes: [],
});
const modules = (...all: Receipt[]) => Object.fromEntries(all.map((one) => [one.ref, one]));

test('What is there only for a module goes with it, what others need or a person asked for does not.', () => {
  const all = modules(
    receipt('@a/bundle', '*', '@a/only', '@a/shared', '@a/asked'),
    receipt('@a/only', null, '@a/below'),
    receipt('@a/below', null, '@a/only'),
    receipt('@a/shared', null),
    receipt('@a/asked', '^1.0.0'),
    receipt('@b/other', '*', '@a/shared'),
    receipt('@b/orphan', null),
  );
  expect(withOrphans(all, ['@a/bundle'])).toEqual(['@a/bundle', '@a/below', '@a/only']);
  expect(withOrphans(all, ['@b/other'])).toEqual(['@b/other']);
  expect(neededBy(all, new Set(['@a/shared']))).toEqual([
    { ref: '@a/bundle', needs: '@a/shared' },
    { ref: '@b/other', needs: '@a/shared' },
  ]);
  expect(neededBy(all, new Set(['@a/bundle', '@a/below', '@a/only']))).toEqual([]);
  expect(rootsOf({ modules: all }).map(({ ref }) => ref)).toEqual(['@a/bundle', '@a/asked', '@b/other']);
});
