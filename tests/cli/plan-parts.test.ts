import { beforeEach, expect, test } from 'vitest';

import { planChanges } from '@/cli/plan/plan-changes';
import type { Plan, ReadyModule } from '@/cli/types';
import { MemoryHome, ROOT, readyModule, type TestFile, testHome } from '../support/cli-home';

const RC = `${ROOT}/.zshrc`;
let home: MemoryHome;
beforeEach(() => {
  home = new MemoryHome();
});

const plan = (next: ReadyModule[], leaving: string[] = [], force = false): Plan =>
  planChanges({
    home: testHome(),
    disk: home.disk,
    contents: home.contents,
    installed: home.installed,
    next,
    leaving,
    options: { force },
  });
const module = (version: string, files: TestFile[], ref = '@ada/one') => readyModule(home, ref, version, files);
const block = (content: string, src = 'init.zsh'): TestFile => ({ dest: '{home}/.zshrc', mode: 'block', content, src });
const line = (text: string): TestFile => ({ dest: '{home}/.zshrc', line: text });
const actions = ({ steps }: Plan) => steps.map(({ action }) => action);
const install = (...next: ReadyModule[]) => home.apply(plan(next));
const leave = (...refs: string[]) => home.apply(plan([], refs));
const OPEN = '# >>> dotkit @ada/one:init.zsh >>>\n';
const CLOSE = '# <<< dotkit @ada/one:init.zsh <<<\n';

test.each([
  ['a file with an end', 'mine\n', `mine\n${OPEN}alias a=b\n${CLOSE}`],
  ['a file without one', 'mine', `mine\n${OPEN}alias a=b\n${CLOSE}`],
  ['an empty file', '', `${OPEN}alias a=b\n${CLOSE}`],
  ['a file with Windows line ends', 'mine\r\n', `mine\r\n${OPEN}alias a=b\n${CLOSE}`],
  [
    'a file that is no UTF-8',
    Buffer.from([0xff, 0xfe, 0x0a]),
    Buffer.concat([Buffer.from([0xff, 0xfe, 0x0a]), Buffer.from(`${OPEN}alias a=b\n${CLOSE}`)]),
  ],
])('A block is added to the end of %s, and leaves it as it was.', (_, text, after) => {
  home.write(RC, text, 0o600);
  const before = home.snapshot();
  install(module('1.0.0', [block('alias a=b')]));
  expect(home.disk.bytes(RC)).toEqual(Buffer.from(after));
  expect(home.state(RC)).toMatchObject({ perm: 0o600 });
  expect(leave('@ada/one').snapshot()).toEqual(before);
});

test('A file that was made for parts goes with the last of them, unless somebody wrote into it.', () => {
  const before = home.snapshot();
  install(module('1.0.0', [block('a')]), module('1.0.0', [line('source b')], '@ada/two'));
  leave('@ada/one');
  expect(home.text(RC)).toBe('source b\n');
  expect(leave('@ada/two').snapshot()).toEqual(before);
  install(module('1.0.0', [block('a')]));
  home.write(RC, `${home.text(RC)}mine\n`);
  leave('@ada/one');
  expect(home.text(RC)).toBe('mine\n');
});

test('Edits around a block survive its update, which happens in its place.', () => {
  home.write(RC, 'top\n');
  install(module('1.0.0', [block('a\n')]));
  home.write(RC, `new top\n${home.text(RC)}new end\n`);
  const update = plan([module('2.0.0', [block('b\n')])]);
  expect(actions(update)).toEqual(['block']);
  expect(home.apply(update).text(RC)).toBe(`new top\ntop\n${OPEN}b\n${CLOSE}new end\n`);
  expect(leave('@ada/one').text(RC)).toBe('new top\ntop\nnew end\n');
});

test('Edits in a block are merged; where they collide mine stay and the whole file with theirs lies beside.', () => {
  install(module('1.0.0', [block('a\nb\nc\nd\n')]));
  home.write(RC, (home.text(RC) ?? '').replace('a\n', 'my a\n'));
  const second = plan([module('2.0.0', [block('a\nb\nc\nd2\n')])]);
  expect(actions(second)).toEqual(['merge']);
  expect(home.apply(second).text(RC)).toBe(`${OPEN}my a\nb\nc\nd2\n${CLOSE}`);
  const third = plan([module('3.0.0', [block('a3\nb\nc\nd2\n')])]);
  expect(actions(third)).toEqual(['conflict']);
  home.apply(third);
  expect(home.text(RC)).toBe(`${OPEN}my a\nb\nc\nd2\n${CLOSE}`);
  expect(home.text(`${RC}.dotkit-new`)).toBe(`${OPEN}a3\nb\nc\nd2\n${CLOSE}`);
  const left = plan([], ['@ada/one']);
  expect(actions(left)).toEqual(['keep']);
  expect(left.changes).toEqual([]);
});

test('Two blocks of one file that collide share one file beside it.', () => {
  const both = (version: string, text: string) =>
    module(version, [block(`${text}\n`), block(`${text} too\n`, 'more.zsh')]);
  install(both('1.0.0', 'a'));
  home.write(RC, (home.text(RC) ?? '').replace('a\n', 'mine\n').replace('a too\n', 'mine too\n'));
  const update = plan([both('2.0.0', 'b')]);
  expect(actions(update)).toEqual(['conflict', 'conflict']);
  expect(home.apply(update).text(`${RC}.dotkit-new`)).toMatch(/>>>\nb\n#.*>>>\nb too\n#/s);
});

test.each([
  ['without its markers', () => 'rest\n', 'You removed it.'],
  ['with one marker', () => `${OPEN}a\n`, 'The lines that mark its block are no longer one pair.'],
])('A block %s is the person’s own: kept on update and on leaving.', (_, text, reason) => {
  install(module('1.0.0', [block('a\n')]));
  home.write(RC, text());
  const update = plan([module('2.0.0', [block('b\n')])]);
  expect(update.steps).toMatchObject([{ action: 'keep', reason }]);
  home.apply(update);
  expect(plan([module('2.0.0', [block('b\n')])]).changes).toEqual([]);
  expect(plan([], ['@ada/one']).changes).toEqual([]);
});

test('A removed block comes back when it is forced.', () => {
  const next = module('1.0.0', [block('a\n')]);
  install(next);
  home.write(RC, 'rest\n');
  expect(home.apply(plan([next], [], true)).text(RC)).toBe(`rest\n${OPEN}a\n${CLOSE}`);
});

test('An edited block that was kept is found by the next install, and comes back when that leaves.', () => {
  install(module('1.0.0', [block('a\n')]));
  home.write(RC, (home.text(RC) ?? '').replace('a\n', 'mine\n'));
  leave('@ada/one');
  const kept = home.snapshot();
  const again = plan([module('1.0.0', [block('a\n')])]);
  expect(actions(again)).toEqual(['block']);
  expect(home.apply(again).text(RC)).toBe(`${OPEN}a\n${CLOSE}`);
  expect(leave('@ada/one').snapshot()).toEqual(kept);
});

test('A block whose source got another name stays where it is, under the new name.', () => {
  install(module('1.0.0', [block('a\n')]));
  home.write(RC, `${home.text(RC)}mine\n`);
  install(module('2.0.0', [block('a\n', 'main.zsh')]));
  expect(home.text(RC)).toBe(`${OPEN}a\n${CLOSE}mine\n`.replaceAll('init.zsh', 'main.zsh'));
});

test('An editor that changed all line ends has not edited the block.', () => {
  home.write(RC, 'mine\n');
  install(module('1.0.0', [block('a\nb\n')]));
  home.write(RC, (home.text(RC) ?? '').replaceAll('\n', '\r\n'));
  expect(actions(plan([], ['@ada/one']))).toEqual(['remove']);
  expect(leave('@ada/one').text(RC)).toBe('mine\r\n');
});

test('A line that the person has already is not ours, and stays when the module leaves.', () => {
  home.write(RC, 'source x\nend\n');
  const before = home.snapshot();
  const made = plan([module('1.0.0', [line('source x')])]);
  expect(made.steps).toMatchObject([{ action: 'unchanged', reason: 'The line is there already.' }]);
  home.apply(made);
  expect(home.installed.shared).toEqual({});
  expect(leave('@ada/one').snapshot()).toEqual(before);
});

test('A line that several modules need goes with the last of them.', () => {
  home.write(RC, 'mine');
  const before = home.snapshot();
  install(module('1.0.0', [line('source x')]), module('1.0.0', [line('source x')], '@ada/two'));
  expect(home.text(RC)).toBe('mine\nsource x\n');
  const left = plan([], ['@ada/one']);
  expect(left.steps).toMatchObject([{ action: 'keep', reason: '@ada/two needs this line too.' }]);
  home.apply(left);
  expect(leave('@ada/two').snapshot()).toEqual(before);
});

test('A line that moves to another module within one update stays in its place.', () => {
  home.write(RC, 'mine\n');
  install(module('1.0.0', [line('source x')]));
  home.write(RC, `${home.text(RC)}end\n`);
  install(module('2.0.0', [{ dest: '{home}/.other', content: '' }]), module('1.0.0', [line('source x')], '@ada/two'));
  expect(home.text(RC)).toBe('mine\nsource x\nend\n');
  expect(leave('@ada/two').text(RC)).toBe('mine\nend\n');
});

test('A reworded line takes the place of the old one; one that the person removed stays away.', () => {
  install(module('1.0.0', [line('source x')]));
  home.write(RC, `top\n${home.text(RC)}end\n`);
  expect(home.apply(plan([module('2.0.0', [line('source y')])])).text(RC)).toBe('top\nsource y\nend\n');
  home.write(RC, 'top\nend\n');
  const update = plan([module('3.0.0', [line('source z')])]);
  expect(update.steps).toMatchObject([{ action: 'keep', reason: 'You removed it.' }]);
  expect(home.apply(update).text(RC)).toBe('top\nend\n');
});

test('The line feed that was added goes only where nothing follows it.', () => {
  home.write(RC, 'mine');
  install(module('1.0.0', [block('a\n')]));
  home.write(RC, `${home.text(RC)}tail`);
  install(module('1.0.0', [line('source b')], '@ada/two'));
  expect(home.text(RC)).toBe(`mine\n${OPEN}a\n${CLOSE}tail\nsource b\n`);
  leave('@ada/two');
  expect(home.text(RC)).toBe(`mine\n${OPEN}a\n${CLOSE}tail`);
  expect(leave('@ada/one').text(RC)).toBe('mine\ntail');
});

test.each([
  [
    'a symbolic link',
    () => home.set(RC, { type: 'link', target: 'dotfiles/zshrc' }),
    'symbolic link to dotfiles/zshrc',
  ],
  ['a folder', () => home.mkdir(RC), 'It is no text file.'],
  ['a binary file', () => home.write(RC, Buffer.from([0, 1, 2])), 'It is no text file.'],
])('Nothing is put into %s.', (_, prepare, reason) => {
  prepare();
  const refused = plan([module('1.0.0', [block('a'), line('b')])]);
  expect(actions(refused)).toEqual(['conflict', 'conflict']);
  expect(refused.steps[0]?.reason).toContain(reason);
  expect(refused.changes).toEqual([]);
});

test('A file type without comments takes lines but no blocks.', () => {
  const refused = plan([module('1.0.0', [{ dest: '{home}/x.json', mode: 'block', content: '{}' }])]);
  expect(refused.steps).toMatchObject([{ action: 'conflict' }]);
});

test('A text that holds a marker of ours is refused: it would end its own block or begin another’s.', () => {
  for (const text of [`a\n${CLOSE}`, 'a\n# >>> dotkit @other/module:x >>>\nb']) {
    expect(() => plan([module('1.0.0', [block(text)])])).toThrow(/holds a dotkit marker/);
  }
});

test('A whole file takes no parts of others, and no whole file comes over parts of others.', () => {
  const whole = module('1.0.0', [{ dest: '{home}/.zshrc', content: 'whole' }], '@ada/two');
  const part = module('1.0.0', [block('a')]);
  install(whole);
  expect(plan([part]).steps).toMatchObject([{ action: 'conflict' }]);
  leave('@ada/two');
  install(part);
  expect(plan([whole]).steps).toMatchObject([{ action: 'conflict', reason: '@ada/one has a part in this file.' }]);
});

test('A file that was written once and given away takes parts of others, and leaves from under them.', () => {
  const before = home.snapshot();
  const once = module('1.0.0', [{ dest: '{home}/.zshrc', content: 'first\nlast', mode: 'create-only' }], '@ada/two');
  install(once);
  install(module('1.0.0', [block('a'), line('source b')]));
  expect(home.text(RC)).toBe(`first\nlast\n${OPEN}a\n${CLOSE}source b\n`);
  const given = home.snapshot();
  const left = plan([], ['@ada/two']);
  expect(left.steps).toMatchObject([{ action: 'remove', reason: 'The parts of other modules stay.' }]);
  expect(home.apply(left).text(RC)).toBe(`${OPEN}a\n${CLOSE}source b\n`);
  expect(leave('@ada/one').snapshot()).toEqual(before);

  install(once);
  install(module('1.0.0', [block('a'), line('source b')]));
  expect(home.snapshot()).toEqual(given);
  home.write(RC, `mine\n${home.text(RC)}`);
  expect(actions(plan([], ['@ada/two']))).toEqual(['keep']);
  home.write(RC, (home.text(RC) ?? '').replace('mine\n', ''));
  expect(leave('@ada/one').text(RC)).toBe('first\nlast');
  expect(leave('@ada/two').snapshot()).toEqual(before);
});

test.each([
  [['@bob/host', '@ada/one', '@ada/two']],
  [['@ada/one', '@bob/host', '@ada/two']],
  [['@ada/one', '@ada/two', '@bob/host']],
])('A line that two modules need in a third one’s file goes with the last of them, leaving as %j.', (order) => {
  const before = home.snapshot();
  install(module('1.0.0', [{ dest: '{home}/.zshrc', mode: 'create-only', content: '', src: 'zshrc' }], '@bob/host'));
  install(module('1.0.0', [line('eval "$(tool)"')]));
  install(module('1.0.0', [line('eval "$(tool)"')], '@ada/two'));
  expect(home.text(RC)).toBe('eval "$(tool)"\n');
  for (const ref of order) {
    leave(ref);
    expect((home.text(RC) ?? '').split('tool').length - 1).toBe(
      home.installed.modules['@ada/one'] || home.installed.modules['@ada/two'] ? 1 : 0,
    );
  }
  expect(home.snapshot()).toEqual(before);
});

test('A file becomes a block and a block becomes a file, and leaving restores what was first there.', () => {
  home.write(RC, 'mine');
  const before = home.snapshot();
  const whole = (version: string) => module(version, [{ dest: '{home}/.zshrc', content: 'whole\n' }]);
  install(whole('1.0.0'));
  install(module('2.0.0', [block('a')]));
  expect(home.text(RC)).toBe(`mine\n${OPEN}a\n${CLOSE}`);
  install(whole('3.0.0'));
  expect(home.text(RC)).toBe('whole\n');
  expect(home.installed.shared).toEqual({});
  expect(leave('@ada/one').snapshot()).toEqual(before);
});
