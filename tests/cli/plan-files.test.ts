import { beforeEach, expect, test } from 'vitest';

import { planChanges } from '@/cli/plan/plan-changes';
import type { Plan, ReadyModule } from '@/cli/types';
import { MemoryHome, ROOT, readyModule, type TestFile, testHome } from '../support/cli-home';

let home: MemoryHome;
beforeEach(() => {
  home = new MemoryHome();
});

const plan = (next: ReadyModule[], leaving: string[] = [], more: { force?: boolean; umask?: number } = {}): Plan =>
  planChanges({
    home: testHome(more.umask === undefined ? {} : { umask: more.umask }),
    disk: home.disk,
    contents: home.contents,
    installed: home.installed,
    next,
    leaving,
    options: { force: more.force === true },
  });
const module = (version: string, files: TestFile[], ref = '@ada/one') => readyModule(home, ref, version, files);
const steps = ({ steps }: Plan) => steps.map(({ action, path }) => `${action} ${path.replace(ROOT, '~')}`);
const install = (...next: ReadyModule[]) => home.apply(plan(next));

test('A file is created with the folders that it needs, and both go again.', () => {
  const before = home.snapshot();
  const made = plan([module('1.0.0', [{ dest: '{config}/kitty/kitty.conf', content: 'a\n' }])]);
  expect(steps(made)).toEqual(['create ~/.config/kitty/kitty.conf']);
  home.apply(made);
  expect(home.text(`${ROOT}/.config/kitty/kitty.conf`)).toBe('a\n');
  expect(home.installed.folders).toEqual([`${ROOT}/.config`, `${ROOT}/.config/kitty`]);
  const left = plan([], ['@ada/one']);
  expect(steps(left)).toEqual(['remove ~/.config/kitty/kitty.conf']);
  home.apply(left);
  expect(home.snapshot()).toEqual(before);
  expect(home.installed.modules).toEqual({});
  expect(home.installed.folders).toEqual([]);
});

test('What stood there is replaced, and comes back with its permissions.', () => {
  home.write(`${ROOT}/.vimrc`, 'mine\n', 0o600);
  const before = home.snapshot();
  const replaced = plan([module('1.0.0', [{ dest: '{home}/.vimrc', content: 'theirs\n' }])]);
  expect(steps(replaced)).toEqual(['replace ~/.vimrc']);
  home.apply(replaced);
  expect(steps(plan([], ['@ada/one']))).toEqual(['restore ~/.vimrc']);
  expect(home.apply(plan([], ['@ada/one'])).snapshot()).toEqual(before);
});

test('A symbolic link at the destination is replaced as a link, never followed.', () => {
  home.write(`${ROOT}/real`, 'secret\n').set(`${ROOT}/.vimrc`, { type: 'link', target: 'real' });
  const before = home.snapshot();
  install(module('1.0.0', [{ dest: '{home}/.vimrc', content: 'theirs\n' }]));
  expect(home.text(`${ROOT}/real`)).toBe('secret\n');
  expect(home.apply(plan([], ['@ada/one'])).snapshot()).toEqual(before);
});

test('Permissions follow the manifest, the archive and the umask.', () => {
  const files = [
    { dest: '{bin}/tool', content: '#!/bin/sh\n', executable: true },
    { dest: '{home}/.private', content: 'x', perm: '0600' },
    { dest: '{home}/.plain', content: 'x' },
  ];
  home.apply(plan([module('1.0.0', files)], [], { umask: 0o077 }));
  expect(home.state(`${ROOT}/.local/bin/tool`)).toMatchObject({ perm: 0o700 });
  expect(home.state(`${ROOT}/.private`)).toMatchObject({ perm: 0o600 });
  expect(home.state(`${ROOT}/.plain`)).toMatchObject({ perm: 0o600 });
  expect(home.state(`${ROOT}/.local/bin`)).toEqual({ type: 'folder', perm: 0o700 });
});

test('Planned twice, there is nothing left to do.', () => {
  const next = module('1.0.0', [
    { dest: '{home}/.a', content: 'a' },
    { dest: '{home}/.b', content: 'b', mode: 'link' },
    { dest: '{home}/.c', content: 'c', mode: 'create-only' },
    { dest: '{home}/.d', content: 'd', mode: 'block' },
    { dest: '{home}/.d', line: 'source x' },
  ]);
  install(next);
  const again = plan([next]);
  expect(again.changes).toEqual([]);
  expect(again.installed).toEqual(home.installed);
});

test.each([
  ['a folder', () => home.mkdir(`${ROOT}/.vimrc`)],
  ['a device', () => home.set(`${ROOT}/.vimrc`, { type: 'other' })],
])('%s at the destination is a conflict.', (_, prepare) => {
  prepare();
  const refused = plan([module('1.0.0', [{ dest: '{home}/.vimrc', content: 'x' }])]);
  expect(steps(refused)).toEqual(['conflict ~/.vimrc']);
  expect(refused.changes).toEqual([]);
});

test.each([
  ['A linked folder', { type: 'link', target: '/etc' } as const],
  ['A file', { type: 'file', sha256: 'f'.repeat(64), perm: 0o644 } as const],
])('%s on the way is a conflict, and nothing is written beyond it.', (_, state) => {
  home.set(`${ROOT}/.config`, state);
  const refused = plan([module('1.0.0', [{ dest: '{config}/kitty/kitty.conf', content: 'x' }])]);
  expect(steps(refused)).toEqual(['conflict ~/.config/kitty/kitty.conf']);
  expect(refused.steps[0]?.reason).toContain(`${ROOT}/.config is a symbolic link or no folder`);
  expect(refused.changes).toEqual([]);
});

test('A file belongs to one module: another gets a conflict, in one plan or in two.', () => {
  const [one, two] = ['@ada/one', '@ada/two'].map((ref) => module('1.0.0', [{ dest: '{home}/.a', content: ref }], ref));
  if (one === undefined || two === undefined) throw new Error('two modules');
  expect(steps(plan([one, two]))).toEqual(['create ~/.a', 'conflict ~/.a']);
  install(one);
  const refused = plan([two]);
  expect(refused.steps[0]).toMatchObject({ action: 'conflict', reason: 'It belongs to @ada/one.' });
});

test('What is there already with the same bytes becomes managed, and stays when the module leaves.', () => {
  home.write(`${ROOT}/.a`, 'same');
  const before = home.snapshot();
  const first = plan([module('1.0.0', [{ dest: '{home}/.a', content: 'same' }])]);
  expect(steps(first)).toEqual(['unchanged ~/.a']);
  home.apply(first);
  install(module('2.0.0', [{ dest: '{home}/.a', content: 'new' }]));
  expect(home.text(`${ROOT}/.a`)).toBe('new');
  expect(home.apply(plan([], ['@ada/one'])).snapshot()).toEqual(before);
});

test('An update takes what is new where nobody edited, and keeps edits that are still the newest.', () => {
  install(
    module('1.0.0', [
      { dest: '{home}/.a', content: 'a1\n' },
      { dest: '{home}/.b', content: 'b1\n' },
    ]),
  );
  home.write(`${ROOT}/.b`, 'b1 edited\n');
  const update = plan([
    module('2.0.0', [
      { dest: '{home}/.a', content: 'a2\n' },
      { dest: '{home}/.b', content: 'b1\n' },
    ]),
  ]);
  expect(steps(update)).toEqual(['replace ~/.a', 'keep ~/.b']);
  home.apply(update);
  expect([home.text(`${ROOT}/.a`), home.text(`${ROOT}/.b`)]).toEqual(['a2\n', 'b1 edited\n']);
  const left = plan([], ['@ada/one']);
  expect(steps(left)).toEqual(['remove ~/.a', 'keep ~/.b']);
});

test('An update merges lines that lie apart, and the next one goes on from there.', () => {
  const text = (top: string, end: string) => `${top}\nb\nc\nd\n${end}\n`;
  install(module('1.0.0', [{ dest: '{home}/.a', content: text('top', 'end') }]));
  home.write(`${ROOT}/.a`, text('my top', 'end'), 0o600);
  const second = plan([module('2.0.0', [{ dest: '{home}/.a', content: text('top', 'end 2') }])]);
  expect(steps(second)).toEqual(['merge ~/.a']);
  home.apply(second);
  expect(home.text(`${ROOT}/.a`)).toBe(text('my top', 'end 2'));
  expect(home.state(`${ROOT}/.a`)).toMatchObject({ perm: 0o600 });
  const third = plan([module('3.0.0', [{ dest: '{home}/.a', content: text('top', 'end 3') }])]);
  expect(steps(third)).toEqual(['merge ~/.a']);
  expect(home.apply(third).text(`${ROOT}/.a`)).toBe(text('my top', 'end 3'));
});

test('Where both changed the same lines, mine stay, theirs lie beside, and it is not asked again.', () => {
  install(
    module('1.0.0', [
      { dest: '{home}/.a', content: 'a\n' },
      { dest: '{home}/.b', content: 'b\n' },
    ]),
  );
  home.write(`${ROOT}/.a`, 'mine\n');
  const next = module('2.0.0', [
    { dest: '{home}/.a', content: 'theirs\n' },
    { dest: '{home}/.b', content: 'b2\n' },
  ]);
  const update = plan([next]);
  expect(steps(update)).toEqual(['conflict ~/.a', 'replace ~/.b']);
  expect(update.steps[0]?.change?.path).toBe(`${ROOT}/.a.dotkit-new`);
  home.apply(update);
  expect([home.text(`${ROOT}/.a`), home.text(`${ROOT}/.a.dotkit-new`)]).toEqual(['mine\n', 'theirs\n']);
  expect(plan([next]).changes).toEqual([]);
  expect(home.apply(plan([next], [], { force: true })).text(`${ROOT}/.a`)).toBe('theirs\n');
});

test('What the person removed stays away, unless it is forced.', () => {
  install(module('1.0.0', [{ dest: '{home}/.a', content: 'a\n' }]));
  home.set(`${ROOT}/.a`, { type: 'absent' });
  const next = module('2.0.0', [{ dest: '{home}/.a', content: 'a2\n' }]);
  expect(steps(plan([next]))).toEqual(['keep ~/.a']);
  home.apply(plan([next]));
  expect(plan([next]).changes).toEqual([]);
  expect(home.apply(plan([next], [], { force: true })).text(`${ROOT}/.a`)).toBe('a2\n');
});

test('A path that the new version no longer writes is left as if the module went.', () => {
  home.write(`${ROOT}/.a`, 'before\n');
  install(
    module('1.0.0', [
      { dest: '{home}/.a', content: 'a\n' },
      { dest: '{home}/.b', content: 'b\n' },
    ]),
  );
  const update = plan([module('2.0.0', [{ dest: '{home}/.b', content: 'b\n' }])]);
  expect(steps(update)).toEqual(['unchanged ~/.b', 'restore ~/.a']);
  expect(home.apply(update).text(`${ROOT}/.a`)).toBe('before\n');
});

test('A file that moves to another module within one update keeps its edits and its original.', () => {
  home.write(`${ROOT}/.a`, 'before\n');
  const before = home.snapshot();
  const text = (end: string) => `top\nb\nc\nd\n${end}\n`;
  install(
    module('1.0.0', [
      { dest: '{home}/.a', content: text('end') },
      { dest: '{home}/.b', content: 'b' },
    ]),
  );
  const next = [
    module('1.0.0', [{ dest: '{home}/.a', content: text('end 2') }], '@ada/two'),
    module('2.0.0', [{ dest: '{home}/.b', content: 'b' }]),
  ];
  const quiet = home.snapshot();
  home.write(`${ROOT}/.a`, text('end').replace('top', 'my top'));
  expect(steps(plan(next))).toEqual(['merge ~/.a', 'unchanged ~/.b']);
  expect(home.apply(plan(next)).text(`${ROOT}/.a`)).toBe(text('end 2').replace('top', 'my top'));
  expect(home.installed.modules['@ada/one']?.writes.map(({ path }) => path)).toEqual([`${ROOT}/.b`]);
  home.set(`${ROOT}/.a`, quiet[`${ROOT}/.a`] ?? { type: 'absent' });
  home.apply(plan([module('1.0.1', [{ dest: '{home}/.a', content: text('end') }], '@ada/two')]));
  expect(home.apply(plan([], ['@ada/two', '@ada/one'])).snapshot()).toEqual(before);
});

test('A copy that becomes a link, and a link that becomes a copy, change in place.', () => {
  home.write(`${ROOT}/.a`, 'before\n');
  const before = home.snapshot();
  const [copy, link] = (['copy', 'link'] as const).map((mode, at) =>
    module(`${at + 1}.0.0`, [{ dest: '{home}/.a', content: 'a\n', mode }]),
  );
  if (copy === undefined || link === undefined) throw new Error('two versions');
  install(copy);
  install(link);
  expect(home.state(`${ROOT}/.a`)).toEqual({ type: 'link', target: `${link.storeFolder}/files/0` });
  install(copy);
  expect(home.text(`${ROOT}/.a`)).toBe('a\n');
  install(link);
  expect(home.apply(plan([], ['@ada/one'])).snapshot()).toEqual(before);
});

test('An edited copy that becomes a link stays, with the link beside it.', () => {
  install(module('1.0.0', [{ dest: '{home}/.a', content: 'a\n' }]));
  home.write(`${ROOT}/.a`, 'mine\n');
  const update = plan([module('2.0.0', [{ dest: '{home}/.a', content: 'a\n', mode: 'link' }])]);
  expect(steps(update)).toEqual(['conflict ~/.a']);
  expect(home.apply(update).state(`${ROOT}/.a.dotkit-new`).type).toBe('link');
});

test('A file in whose place a folder comes gives way to it.', () => {
  install(module('1.0.0', [{ dest: '{config}/tool', content: 'one file\n' }]));
  install(module('2.0.0', [{ dest: '{config}/tool/main', content: 'in a folder\n' }]));
  expect(home.text(`${ROOT}/.config/tool/main`)).toBe('in a folder\n');
  home.apply(plan([], ['@ada/one']));
  expect(home.snapshot()).toEqual(new MemoryHome().snapshot());
});

test('Create-only is written once: never updated, skipped where something is, removed only as it was written.', () => {
  const once = (version: string, content: string) =>
    module(version, [{ dest: '{home}/.local.conf', content, mode: 'create-only' }]);
  home.write(`${ROOT}/.local.conf`, 'mine');
  expect(steps(plan([once('1.0.0', 'a')]))).toEqual(['skip ~/.local.conf']);
  home.set(`${ROOT}/.local.conf`, { type: 'absent' });
  install(once('1.0.0', 'a'));
  const update = plan([once('2.0.0', 'b')]);
  expect(steps(update)).toEqual(['skip ~/.local.conf']);
  expect(home.apply(update).text(`${ROOT}/.local.conf`)).toBe('a');
  expect(steps(plan([], ['@ada/one']))).toEqual(['remove ~/.local.conf']);
  home.write(`${ROOT}/.local.conf`, 'a, edited');
  expect(steps(plan([], ['@ada/one']))).toEqual(['keep ~/.local.conf']);
});

test('A create-only file that the module takes over is updated three-way from what was written once.', () => {
  install(module('1.0.0', [{ dest: '{home}/.a', content: 'a', mode: 'create-only' }]));
  install(module('2.0.0', [{ dest: '{home}/.a', content: 'b', mode: 'create-only' }]));
  const update = plan([module('3.0.0', [{ dest: '{home}/.a', content: 'c' }])]);
  expect(steps(update)).toEqual(['replace ~/.a']);
});

test('An entry for other machines is skipped, and one that stops being for this machine goes.', () => {
  const files = (os: 'linux' | 'macos') => [{ dest: '{home}/.a', content: 'a', when: { os: [os] } }];
  expect(steps(plan([module('1.0.0', files('macos'))]))).toEqual(['skip ~/.a']);
  install(module('1.0.0', files('linux')));
  expect(home.text(`${ROOT}/.a`)).toBe('a');
  const update = plan([module('2.0.0', files('macos'))]);
  expect(steps(update)).toEqual(['skip ~/.a', 'remove ~/.a']);
  expect(home.apply(update).state(`${ROOT}/.a`)).toEqual({ type: 'absent' });
});
