import { expect, it } from 'vitest';
import { badgeSvg } from '@/lib/utils/badge-svg';
import { bibtexCitation, integrityOf, plainCitation } from '@/lib/utils/citation';
import { decodeSegment } from '@/lib/utils/decode-segment';
import { decodeText } from '@/lib/utils/decode-text';
import { countFiles, fileTree } from '@/lib/utils/file-tree';
import { lineRangeHash, parseLineRange } from '@/lib/utils/line-range';
import { revealHidden } from '@/lib/utils/reveal-hidden';

const shown = (line: string) =>
  revealHidden(line)
    .map(({ text, hidden }) => (hidden ? `[${text}]` : text))
    .join('');

it('names characters that do not show or that turn others round, and leaves written language alone', () => {
  expect(shown('if (x\u202e) { // \u2066check\u2069')).toBe('if (x[U+202E]) { // [U+2066]check[U+2069]');
  expect(shown('pass\u200bword\u00ad')).toBe('pass[U+200B]word[U+00AD]');
  expect(shown('a\u200db')).toBe('a[U+200D]b');
  expect(shown('\ufeff#!/bin/sh\r')).toBe('[U+FEFF]#!/bin/sh[U+000D]');
  expect(shown('\u001b[31m\u0007')).toBe('[U+001B][31m[U+0007]');
  expect(shown('\u{e0041}')).toBe('[U+E0041]');
  const honest =
    '\tfamily 👨\u200d👩\u200d👧 می\u200cخواهم 🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f} ❤\ufe0f naïve';
  expect(revealHidden(honest)).toEqual([{ text: honest, hidden: false }]);
  expect(revealHidden('')).toEqual([]);
});

it('reads lines and stretches of them from a fragment', () => {
  expect(parseLineRange('#L12')).toEqual([12, 12]);
  expect(parseLineRange('#L12-L20')).toEqual([12, 20]);
  expect(parseLineRange('#L20-12')).toEqual([12, 20]);
  for (const other of ['', '#', '#readme', '#L', '#L1-', '#L1-Lx', '#L99999999999', 'L1'])
    expect(parseLineRange(other)).toBeNull();
  expect(lineRangeHash(20, 12)).toBe('#L12-L20');
  expect(lineRangeHash(5, 5)).toBe('#L5');
});

it('lays files out in folders, in order, with chains of single folders as one', () => {
  const tree = fileTree(
    ['b', 'src/z.lua', 'src/a.lua', 'a/very/deep/file', 'a/very/deep/b/c', 'Z'].map((path) => ({ path })),
  );
  expect(tree.files.map(({ name }) => name)).toEqual(['Z', 'b']);
  expect(tree.folders.map(({ name, path }) => [name, path])).toEqual([
    ['a/very/deep', 'a/very/deep'],
    ['src', 'src'],
  ]);
  expect(tree.folders[1]?.files.map(({ name }) => name)).toEqual(['a.lua', 'z.lua']);
  expect(tree.folders[0]?.folders.map(({ name }) => name)).toEqual(['b']);
  expect(countFiles(tree)).toBe(6);
});

it('cites bytes in hex, as integrity, in a line and as BibTeX', () => {
  const sha256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
  expect(integrityOf(sha256)).toBe('sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=');
  const cited = {
    namespace: 'ada',
    name: 'x_y',
    title: '100% {Calm} & \\slow',
    version: '1.0.0+a',
    publishedAt: '2026-11-03T10:00:00.000Z',
    sha256,
    url: 'https://dotkit.example/@ada/x_y/v/1.0.0%2Ba',
  };
  expect(plainCitation(cited)).toBe(
    `@ada. 100% {Calm} & \\slow (@ada/x_y), version 1.0.0+a, 2026-11-03. ${cited.url} sha256:${sha256}`,
  );
  const bibtex = bibtexCitation(cited);
  expect(bibtex).toContain('title = {100\\% \\{Calm\\} \\& \\textbackslash{}slow}');
  expect(bibtex.startsWith('@software{ada-x_y-1.0.0-a,') || bibtex.startsWith('@software{ada-x-y-1.0.0-a,')).toBe(true);
});

it('draws a badge as wide as its words, and lets none of them out of the text', () => {
  const svg = badgeSvg('stars', '12', 'ok');
  expect(svg).toContain('aria-label="stars: 12"');
  expect(Number(/ width="(\d+)" height="20" viewBox/.exec(svg)?.[1])).toBe(71);
  const hostile = badgeSvg('version', '"><script>alert(1)</script>\u202e', 'info');
  expect(hostile).not.toMatch(/<script|\u202e/);
  expect(badgeSvg('version', 'v'.repeat(200), 'info').length).toBeLessThan(1200);
});

it('takes only honest segments and only text for text', () => {
  expect(decodeSegment('a%20b')).toBe('a b');
  expect(decodeSegment('%E0%A4%A')).toBeNull();
  expect(decodeText(Buffer.from('\ufeffü'))).toBe('\ufeffü');
  expect(decodeText(Buffer.from([0xff, 0xfe]))).toBeNull();
  expect(decodeText(Buffer.from('a\0b'))).toBeNull();
});
