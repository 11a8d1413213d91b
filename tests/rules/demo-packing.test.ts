import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { catalogue } from '@/demo/catalogue';
import { changelogUpTo } from '@/demo/changelog';
import { mergePatch } from '@/demo/merge-patch';
import { packFiles } from '@/demo/pack';
import { packageJson } from '@/demo/packages/installed';
import { ORIGINALS } from '@/demo/themes/originals';
import { contrast } from '@/demo/themes/palette';
import { publishingWaves } from '@/demo/waves';

const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const entryOf = (ref: string) => catalogue().find(({ namespace, name }) => `${namespace}/${name}` === ref);

test('packing the same files twice gives the same bytes', async () => {
  for (const ref of ['ada/tmux-calm', 'inkfish/spaceship', 'palettist/catppuccin']) {
    const load = entryOf(ref)?.versions.at(-1);
    if (!load) throw new Error(`${ref} is not in the catalogue.`);
    expect(digest(await packFiles(load().files))).toBe(digest(await packFiles(load().files)));
  }
});

test('an older version has its own files and does not tell of newer ones', () => {
  const [oldest] = entryOf('ada/tmux-calm')?.versions ?? [];
  const files = oldest?.().files;
  const read = (path: string) => new TextDecoder().decode(files?.get(path)?.bytes);
  expect([...(files?.keys() ?? [])].toSorted()).toEqual([
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'dotkit.json',
    'tmux.conf',
  ]);
  expect(read('CHANGELOG.md')).not.toContain('2.0.0');
  expect(read('dotkit.json')).not.toContain('variables');
});

test('a packaged module takes version and licence from its package and carries the licence text', () => {
  const versions = entryOf('inkfish/pure')?.versions.map((load) => load()) ?? [];
  const packages = ['pure-prompt-1-23', 'pure-prompt-1-27', 'pure-prompt-1-28'].map(packageJson);
  expect(versions.map(({ manifest }) => [manifest.version, manifest.license])).toEqual(
    packages.map(({ version, license }) => [version, license]),
  );
  for (const { files } of versions)
    expect(new TextDecoder().decode(files.get('LICENSE')?.bytes)).toContain('Sindre Sorhus');
});

test('the palettes drawn for the catalogue are readable: 7 : 1 for text, 4.5 : 1 for every colour but the ground', () => {
  for (const [name, { background, foreground, accent, ansi }] of Object.entries(ORIGINALS)) {
    expect(contrast(foreground, background), name).toBeGreaterThanOrEqual(7);
    for (const color of [accent, ...ansi.slice(1)]) {
      expect(contrast(color, background), `${name} ${color}`).toBeGreaterThanOrEqual(4.5);
    }
  }
});

test('contrast is that of WCAG 2.1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

test('a merge patch removes, merges and replaces', () => {
  expect(mergePatch({ a: 1, b: { c: 1, d: 2 }, e: [1] }, { a: null, b: { d: 3 }, e: [2] })).toEqual({
    b: { c: 1, d: 3 },
    e: [2],
  });
});

test('a changelog is cut at its version, and refuses one that it does not know', () => {
  const text = '# Changelog\n\n## 2.0.0\n- new\n\n## 1.0.0\n- first\n';
  expect(changelogUpTo(text, '1.0.0')).toBe('# Changelog\n\n## 1.0.0\n- first\n');
  expect(() => changelogUpTo(text, '3.0.0')).toThrow('3.0.0');
});

test('publishing goes out once per version, members before bundles, versions of one module in rising order', () => {
  const entries = catalogue();
  const jobs = publishingWaves(entries).flatMap((wave, step) => wave.map(({ entry, load }) => ({ step, entry, load })));
  expect(jobs.length).toBe(entries.reduce((sum, { versions }) => sum + versions.length, 0));
  for (const entry of entries) {
    const own = jobs.filter((job) => job.entry === entry);
    expect(own.map(({ load }) => load)).toEqual(entry.versions);
    expect(new Set(own.map(({ step }) => step)).size).toBe(own.length);
  }
  const bundleSteps = jobs.filter(({ load }) => load().manifest.kind === 'bundle').map(({ step }) => step);
  const member = jobs.find(({ entry }) => entry.name === 'vim-small');
  expect(Math.min(...bundleSteps)).toBeGreaterThan(member?.step ?? Number.POSITIVE_INFINITY);
});
