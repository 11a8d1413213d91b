import { describe, expect, it } from 'vitest';
import { changelogSection } from '@/lib/versions/changelog-section';
import { effectChanges, sameEffects } from '@/lib/versions/effect-changes';
import { fileChanges } from '@/lib/versions/file-changes';
import { diffLines } from '@/lib/versions/line-diff';
import { parseRange } from '@/lib/versions/rules';
import type { FileDto, VersionDto } from '@/types/module';

const file = (path: string, sha256: string, more: Partial<FileDto> = {}): FileDto => ({
  path,
  sha256,
  size: 1,
  mode: 0o644,
  ...more,
});

describe('files of two archives', () => {
  it('are told apart by bytes and mode, the manifest first', () => {
    const before = [file('a', '1'), file('b', '2'), file('c', '3'), file('dotkit.json', '4'), file('run', '5')];
    const after = [
      file('a', '1'),
      file('b', '9'),
      file('d', '8'),
      file('dotkit.json', '7'),
      file('run', '5', { mode: 0o755 }),
    ];
    const told = fileChanges(before, after).map((change) => [change.path, !!change.before, !!change.after]);
    expect(told).toEqual([
      ['dotkit.json', true, true],
      ['b', true, true],
      ['c', true, false],
      ['d', false, true],
      ['run', true, true],
    ]);
  });

  it('know a file that moved by its bytes, once for each, and never an empty one', () => {
    const empty = { size: 0 };
    const before = [file('old', '1'), file('gone', '0', empty)];
    const after = [file('new', '1'), file('copy', '1'), file('fresh', '0', empty)];
    const told = fileChanges(before, after).map(({ path, before: was }) => [path, was?.path ?? null]);
    expect(told).toEqual([
      ['copy', null],
      ['fresh', null],
      ['gone', 'gone'],
      ['new', 'old'],
    ]);
  });
});

describe('lines of two texts', () => {
  it('carry their numbers and the words that changed', () => {
    const diff = diffLines('a\nversion 1.2\nc\n', 'a\nversion 1.3\nc\nd\n', 100);
    expect(diff).toEqual({
      hunks: [
        [
          [1, 1, 'a'],
          [2, 0, 'version 1.', '2'],
          [0, 2, 'version 1.', '3'],
          [3, 3, 'c'],
          [0, 4, 'd'],
        ],
      ],
      added: 2,
      removed: 1,
      moreLines: 0,
    });
  });

  it('say that a newline at the end went, and show what would not show', () => {
    const diff = diffLines('a\n', 'a', 100);
    expect(diff?.hunks.flat().map(([, , ...words]) => words.join(''))).toEqual(['a', 'a (no newline at the end)']);
    expect(diffLines('a\n', 'a\u202e\r\n', 100)?.hunks.flat().at(-1)?.slice(2).join('')).toBe('a⟨U+202E⟩⟨U+000D⟩');
  });

  it('are whole for a new file and for one that went', () => {
    expect(diffLines('', 'x\ny\n', 100)).toMatchObject({ added: 2, removed: 0 });
    expect(diffLines('x\ny\n', '', 100)).toMatchObject({ added: 0, removed: 2 });
    const long = 'line\n'.repeat(100_000);
    expect(diffLines('', long, 10)).toMatchObject({ added: 100_000, moreLines: 99_990 });
    expect(diffLines('x', 'x', 100)).toEqual({ hunks: [], added: 0, removed: 0, moreLines: 0 });
  });

  it('stop at a bound and count the rest', () => {
    const lines = (mark: string) => Array.from({ length: 200 }, (_, at) => `${mark}${at}\n`).join('');
    const diff = diffLines(lines('a'), lines('b'), 50);
    expect(diff?.hunks.flat()).toHaveLength(50);
    expect(diff).toMatchObject({ added: 200, removed: 200, moreLines: 350 });
  });

  it('give up in time on texts that share nothing', () => {
    const noise = (seed: number) => Array.from({ length: 60_000 }, (_, at) => `${(at * seed) % 65_537}`).join('\n');
    const started = performance.now();
    expect(diffLines(noise(48_271), noise(69_621), 100)).toBeNull();
    expect(performance.now() - started).toBeLessThan(3000);
  });
});

const version = (more: Partial<VersionDto>): VersionDto => ({
  namespace: 'a',
  name: 'b',
  version: '1.0.0',
  publishedAt: '',
  manifest: {},
  files: [],
  writes: [],
  capabilities: { runs: [], network: [], root: false, labels: [] },
  warnings: [],
  readme: null,
  changelog: null,
  sha256: '',
  size: 0,
  ...more,
});

it('says what installing does differently', () => {
  const before = version({
    writes: [
      { dest: '{home}/.a', mode: 'copy', src: 'a' },
      { dest: '{home}/.b', mode: 'copy', src: 'b' },
    ],
    manifest: {
      dependencies: { '@x/y': '^1' },
      provides: { aliases: ['g'], keybindings: [{ keys: 'C-a', does: 'x' }] },
    },
  });
  const after = version({
    writes: [
      { dest: '{home}/.a', mode: 'link', src: 'a' },
      { dest: '{home}/.c', mode: 'copy', src: 'c' },
    ],
    capabilities: { runs: ['curl'], network: ['*'], root: true, labels: ['sudo'] },
    manifest: { dependencies: { '@x/y': '^2' }, provides: 'nonsense', requires: { os: ['linux', 4] } },
  });
  const changes = effectChanges(before, after);
  expect(changes.writes.added.map(({ dest }) => dest)).toEqual(['{home}/.c']);
  expect(changes.writes.removed.map(({ dest }) => dest)).toEqual(['{home}/.b']);
  expect(changes.writes.changed.map(({ after: now }) => now.mode)).toEqual(['link']);
  expect(changes.capabilities.map(({ title, added }) => [title, added])).toEqual([
    ['Runs', ['curl']],
    ['Network', ['*']],
    ['Root', ['runs as root']],
    ['Found by the scan', ['sudo']],
  ]);
  expect(changes.terms).toEqual([
    { title: 'Depends on', removed: ['@x/y ^1'], added: ['@x/y ^2'] },
    { title: 'Systems', removed: [], added: ['linux'] },
    { title: 'Aliases', removed: ['g'], added: [] },
    { title: 'Keys', removed: ['C-a x'], added: [] },
  ]);
  expect(sameEffects(changes)).toBe(false);
  expect(sameEffects(effectChanges(before, before))).toBe(true);
});

describe('what a changelog says of a version', () => {
  const text =
    '# Changelog\n\n## [Unreleased]\nsoon\n\n## v1.2.0 - 2026-01-02\n### Fixed\n- a\n```\n## 1.1.0\n```\n\n## 1.1.0\n- b\n\n1.0.0\n-----\n- c\n';
  it.each([
    ['1.2.0', '### Fixed\n- a\n```\n## 1.1.0\n```'],
    ['1.1.0', '- b'],
    ['1.0.0', '- c'],
    ['1.1', null],
    ['1.2.0-beta.1', null],
    ['2.0.0', null],
  ])('%s', (wanted, section) => {
    expect(changelogSection(text, wanted)).toBe(section);
  });

  it('is not taken from a longer number', () => {
    expect(changelogSection('## 11.2.0\nx\n## 1.2.0-rc.1\ny\n## 1.2.0.1\nz\n', '1.2.0')).toBeNull();
    expect(changelogSection('## 1.2.0+build.1\nx', '1.2.0+build.1')).toBe('x');
  });
});

it('reads two versions from an address, and nothing else', () => {
  expect(parseRange('1.0.0...2.0.0-rc.1+b')).toEqual({ from: '1.0.0', to: '2.0.0-rc.1+b' });
  for (const other of [
    '',
    '1.0.0',
    '1.0.0..2.0.0',
    'v1.0.0...2.0.0',
    '1.0.0...',
    '1.0.0...2.0.0...3.0.0',
    ' 1.0.0...2.0.0',
  ])
    expect(parseRange(other), other).toBeNull();
});
