import { expect, test } from 'vitest';

import { blockText, findBlock } from '@/cli/plan/blocks';
import { commentMark } from '@/cli/plan/comment-marks';
import { assertMeets } from '@/cli/plan/conditions';
import { destinationsIn } from '@/cli/plan/destinations';
import { mergeText } from '@/cli/plan/merge-text';
import { planChanges } from '@/cli/plan/plan-changes';
import { consentsIn } from '@/cli/plan/sensitive';
import { bytesOf, textOf } from '@/cli/plan/states';
import { render } from '@/cli/plan/template';
import { MemoryHome, NOTHING, ROOT, readyModule, testHome } from '../support/cli-home';

const placeOf = destinationsIn(testHome(), 'wm-config');
const consent = (dest: string) => consentsIn(testHome())(placeOf(dest)) !== undefined;

test.each([
  ['{home}/a/b', `${ROOT}/a/b`],
  ['{config}/kitty/kitty.conf', `${ROOT}/.config/kitty/kitty.conf`],
  ['{data}/x', `${ROOT}/.local/share/x`],
  ['{state}/x', `${ROOT}/.local/state/x`],
  ['{cache}/x', `${ROOT}/.cache/x`],
  ['{bin}/x', `${ROOT}/.local/bin/x`],
])('%s leads to %s', (dest, path) => {
  expect(placeOf(dest).path).toBe(path);
  expect(destinationsIn(testHome(), 'script')(dest).path).toBe(path);
});

test('Wherever XDG variables point, keys and what is dotkit’s own are out of reach.', () => {
  const moved = testHome();
  moved.dirs.config = `${ROOT}/conf`;
  moved.own.config = `${ROOT}/conf/dotkit`;
  for (const dest of [
    '{config}/gh/hosts.yml',
    '{home}/conf/gh/hosts.yml',
    '{home}/.ssh/config',
    '{config}/dotkit/dotkit.lock.json',
    '{home}/conf/dotkit/x',
    '{home}/conf/dotkit',
    '{nowhere}/x',
  ]) {
    expect(() => destinationsIn(moved, 'script')(dest), dest).toThrow(/No module may write/);
  }
  expect(destinationsIn(moved, 'script')('{home}/conf/autostart/x.desktop').startsPrograms).toBe(true);
});

test.each([
  ['{config}/autostart/x.desktop', true],
  ['{config}/systemd/user/x.service', true],
  ['{config}/environment.d/x.conf', true],
  ['{home}/.xprofile', true],
  ['{home}/Library/LaunchAgents/x.plist', true],
  ['{bin}/sudo', true],
  ['{home}/.local/bin/git', true],
  ['{home}/bin/ls', true],
  ['{bin}/my-tool', false],
  ['{home}/git/ls', false],
  ['{config}/sway/config', false],
])('%s needs a consent of its own: %s', (dest, needs) => {
  expect(consent(dest)).toBe(needs);
});

test('Only what will be written asks for that consent.', () => {
  const home = new MemoryHome();
  const next = readyModule(home, '@ada/one', '1.0.0', [{ dest: '{bin}/git', content: 'x' }]);
  const plan = () =>
    planChanges({
      home: testHome(),
      disk: home.disk,
      contents: home.contents,
      installed: home.installed,
      next: [next],
      leaving: [],
    });
  expect(plan().steps).toMatchObject([{ action: 'create', consent: 'It would answer in place of the command git.' }]);
  home.apply(plan());
  expect(plan().steps[0]).not.toHaveProperty('consent');
});

test('A module for other machines is refused by name.', () => {
  const { manifest } = readyModule(new MemoryHome(), '@ada/one', '1.0.0', [{ dest: '{home}/a' }], {
    requires: { os: ['macos'] },
  });
  expect(() => assertMeets(manifest, testHome())).toThrow('@ada/one 1.0.0 is for macos; this machine is linux.');
  const arm = { ...manifest, requires: { arch: ['aarch64'] } };
  expect(() => assertMeets(arm, testHome())).toThrow('is for aarch64; this machine is x64.');
  expect(() => assertMeets(arm, testHome({ arch: 'arm64' }))).not.toThrow();
});

test.each([
  ['name = {{ name }}\n', 'name = Ada\n'],
  ['{{name}}{{ name }}{{	name	}}', 'AdaAdaAda'],
  ['{{ size }} {{ on }}', '12 true'],
  ['a\n{{#if on}}\nb\n{{/if}}\nc\n', 'a\nb\nc\n'],
  ['a\n  {{#if off}}\nb\n  {{/if}}  \nc\n', 'a\nc\n'],
  ['a {{#if on}}b{{/if}} c', 'a b c'],
  ['{{#if on}}1{{#if off}}2{{/if}}3{{#if none}}4{{/if}}{{/if}}5', '135'],
  ['{{#if off}}{{#if on}}x{{/if}}{{ name }}{{/if}}y', 'y'],
  ['{ {name} } $name {{\n}}', '{ {name} } $name {{\n}}'],
  ['dos\r\n{{#if on}}\r\nb\r\n{{/if}}\r\n', 'dos\r\nb\r\n'],
])('The template %j becomes %j', (template, text) => {
  expect(render(template, { name: 'Ada', size: 12, on: true, off: false, none: 0 }, 'f')).toBe(text);
});

test('Values are written as UTF-8 and are never read as a template.', () => {
  const text = render('x {{ name }}', { name: 'Ä{{ name }}' }, 'f');
  expect(bytesOf(text).toString('utf8')).toBe('x Ä{{ name }}');
  expect(textOf(Buffer.from('ä'))).toHaveLength(2);
});

test.each([
  ['a\n{{ nobody }}', '@ada/one: rc, line 2: the template asks for “nobody”, which is no variable.'],
  ['{{#if on}}\n\n{{ constructor }}', 'line 3'],
  ['a\n{{#if on}}\nb', 'line 2: this {{#if}} has no {{/if}}.'],
  ['a\n\n{{/if}}', 'line 3: this {{/if}} ends nothing.'],
  ['{{#each x}}', 'line 1: the template asks for “#each x”'],
])('The template %j is refused with file and line', (template, message) => {
  expect(() => render(template, { on: true }, '@ada/one: rc')).toThrow(message);
});

test.each([
  ['.zshrc', '#'],
  ['init.lua', '--'],
  ['.vimrc', '"'],
  ['init.el', ';'],
  ['config.kdl', '//'],
  ['style.css', '/*'],
  ['fonts.conf', '<!--'],
  ['.Xresources', '!'],
])('A comment in %s begins with %s, and its block is found again.', (name, open) => {
  const mark = commentMark(`${ROOT}/${name}`);
  expect(mark?.[0]).toBe(open);
  if (mark === null) throw new Error('a mark');
  const text = `before\n${blockText('@ada/one:a b.sh', 'body\n', mark)}after\n`;
  const block = findBlock(text, '@ada/one:a b.sh');
  if (block === null || block === 'damaged') throw new Error('a block');
  expect(text.slice(block.bodyStart, block.bodyEnd)).toBe('body\n');
  expect(text.slice(0, block.start) + text.slice(block.end)).toBe('before\nafter\n');
  expect(findBlock(text, '@ada/one:a')).toBeNull();
});

test('JSON has no comments, so it has no blocks.', () => {
  expect(commentMark('/x/settings.json')).toBeNull();
});

test.each([
  ['other lines', 'a\nb\nc\nd\ne\n', 'A\nb\nc\nd\ne\n', 'a\nb\nc\nd\nE\n', 'A\nb\nc\nd\nE\n'],
  ['the same change', 'a\n', 'b\n', 'b\n', 'b\n'],
  ['a line feed at the end', 'a\nb\nc\nd', 'A\nb\nc\nd', 'a\nb\nc\nd\n', 'A\nb\nc\nd\n'],
  [
    'names of prototypes',
    'constructor\nb\nc\n__proto__\n',
    'constructor\nb\nc\n__proto__\nmine\n',
    'theirs\nb\nc\n__proto__\n',
    'theirs\nb\nc\n__proto__\nmine\n',
  ],
])('Both sides of %s are merged.', (_, base, mine, theirs, text) => {
  expect(mergeText(base, mine, theirs)).toEqual({ clean: true, text });
});

test('The same line changed twice is no clean merge, and nor is a text too large to compare.', () => {
  expect(mergeText('a\n', 'b\n', 'c\n')).toEqual({ clean: false, text: 'b\n' });
  const blank = '\n'.repeat(30_000);
  expect(mergeText(blank, `mine\n${blank}`, `${blank}theirs\n`).clean).toBe(false);
});

test('Names that two modules take are told once, those of a dependency and those of before are not.', () => {
  const home = new MemoryHome();
  const shell = (ref: string, alias: string, more = {}) =>
    readyModule(home, ref, '1.0.0', [{ dest: `{home}/${ref.slice(5)}`, content: 'x' }], {
      kind: 'shell-plugin',
      shellPlugin: {
        shells: ['zsh', 'bash'],
        entry: ['files/0'],
        aliases: [{ name: alias, expansion: 'x' }],
        functions: ['mkcd'],
      },
      ...more,
    });
  const plan = (next: ReturnType<typeof shell>[], installed = NOTHING) =>
    planChanges({ home: testHome(), disk: home.disk, contents: home.contents, installed, next, leaving: [] });
  const [one, two] = [shell('@ada/one', 'gs'), shell('@ada/two', 'gs')];
  expect(plan([one, two]).clashes).toEqual([
    { kind: 'command', what: 'mkcd', programs: [], with: '@ada/one' },
    { kind: 'alias', what: 'gs', programs: ['zsh', 'bash'], with: '@ada/one' },
  ]);
  const both = plan([one, two]).installed;
  expect(plan([two], both).clashes).toEqual([]);
  expect(
    plan([shell('@ada/three', 'gs', { dependencies: { '@ada/one': '*', '@ada/two': '*' } })], both).clashes,
  ).toEqual([]);
});
