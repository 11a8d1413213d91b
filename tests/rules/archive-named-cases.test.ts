import { describe, expect, it } from 'vitest';

import { codesOf, judgeWith } from '../support/archives/judge';
import { END, entry, GNU, header, longName, pax, paxRecord, V7 } from '../support/archives/tar-bytes';

const file = (name: string | Buffer, more: Parameters<typeof entry>[0] = {}) => entry({ name, body: 'x', ...more });

/** A piece beside a valid theme, the code that must refuse it, and its path in the finding. */
const CASES: [string, Buffer[], string, string?][] = [
  ['a parent path', [file('../x')], 'path-parent', '../x'],
  ['a parent inside', [file('a/../b')], 'path-parent', 'a/../b'],
  ['a parent at the end', [entry({ name: 'a/..', type: '5' })], 'path-parent'],
  ['an absolute path', [file('/etc/x')], 'path-absolute', '/etc/x'],
  ['two slashes', [file('//x')], 'path-absolute', '//x'],
  ['a drive', [file('C:/x')], 'path-colon', 'C:/x'],
  ['a drive without slash', [file('C:x')], 'path-colon'],
  ['a UNC path', [file('\\\\server\\x')], 'path-backslash'],
  ['a backslash', [file('a\\b')], 'path-backslash', 'a\\b'],
  ['an alternate stream', [file('a:stream')], 'path-colon'],
  ['the same with and without ./', [file('a'), file('./a')], 'path-duplicate', 'a'],
  ['a symlink', [entry({ name: 'l', type: '2', link: '/etc/passwd' })], 'entry-link', 'l'],
  ['a hardlink', [entry({ name: 'l', type: '1', link: 'main.conf' })], 'entry-link', 'l'],
  ['a character device', [entry({ name: 'd', type: '3' })], 'entry-device', 'd'],
  ['a block device', [entry({ name: 'd', type: '4' })], 'entry-device', 'd'],
  ['a FIFO', [entry({ name: 'd', type: '6' })], 'entry-device', 'd'],
  ['a contiguous file', [entry({ name: 'd', type: '7' })], 'entry-type', 'd'],
  ['a sparse file', [entry({ name: 's', type: 'S', magic: GNU })], 'entry-sparse', 's'],
  ['pax sparse', [pax({ 'GNU.sparse.major': '1' }), file('s')], 'pax-keyword'],
  ['Sun sparse', [pax({ 'SUN.holesdata': '0 1' }), file('s')], 'pax-keyword'],
  ['an unknown type', [entry({ name: 'd', type: 'Z' })], 'entry-type', 'd'],
  ['a multi-volume entry', [entry({ name: 'd', type: 'M' })], 'entry-type', 'd'],
  ['an empty name', [file('')], 'path-empty', '""'],
  ['an empty part', [file('a//b')], 'path-empty'],
  ['only dots', [file('...')], 'path-dots-spaces'],
  ['only spaces', [file('a/ /b')], 'path-dots-spaces'],
  ['a trailing dot', [file('a.')], 'path-dots-spaces'],
  ['a trailing space', [file('a ')], 'path-dots-spaces'],
  ['a dot part', [file('a/./b')], 'path-dots-spaces'],
  ['a line feed', [file('a\nb')], 'path-control', 'a\\u{a}b'],
  ['an ANSI sequence', [file('\u001b[31mred')], 'path-control'],
  ['a C1 control', [file('a\u009bb')], 'path-control'],
  ['bytes after the NUL of a name', [file(Buffer.from('a\u0000b'))], 'tar-field'],
  ['invalid UTF-8', [file(Buffer.from([0x61, 0xff, 0x62]))], 'path-encoding'],
  ['overlong UTF-8', [file(Buffer.from([0x61, 0xc0, 0xae]))], 'path-encoding'],
  ['a bidi override', [file('a\u202egnp.sh')], 'path-invisible'],
  ['a zero-width space', [file('a\u200bb')], 'path-invisible'],
  ['a byte order mark', [file('\ufeffa')], 'path-invisible'],
  ['an unassigned character', [file('a\u{2fe0}b')], 'path-unassigned'],
  ['NFD', [file('e\u0301')], 'path-not-nfc'],
  ['ß and ss', [file('straße'), file('strasse')], 'path-collision', 'strasse'],
  ['the Kelvin sign', [file('\u212a'.normalize('NFC')), file('k')], 'path-collision'],
  ['README and readme', [file('README'), file('readme')], 'path-collision', 'readme'],
  ['a folder in two cases', [file('Dir/a'), file('dir/b')], 'path-collision', 'dir/b'],
  ['a ligature', [file('\ufb01le'), file('file')], 'path-collision'],
  ['the same path twice', [file('a'), file('a')], 'path-duplicate', 'a'],
  ['the same folder twice', [entry({ name: 'd/', type: '5' }), entry({ name: 'd', type: '5' })], 'path-duplicate', 'd'],
  ['a path below a file', [file('a'), file('a/b')], 'path-below-file', 'a/b'],
  ['a file where a folder is', [file('a/b'), file('a')], 'path-below-file', 'a'],
  ['CON', [file('CON')], 'path-reserved', 'CON'],
  ['aux.txt', [file('a/aux.txt')], 'path-reserved', 'a/aux.txt'],
  ['com1 with a superscript', [file('com¹')], 'path-reserved'],
  ['set-uid', [file('a', { mode: 0o4755 })], 'mode-setid', 'a'],
  ['set-gid on a folder', [entry({ name: 'd', type: '5', mode: 0o2755 })], 'mode-setid', 'd'],
  ['sticky', [file('a', { mode: 0o1644 })], 'mode-setid', 'a'],
  ['a mode of another type', [file('a', { mode: 0o120644 })], 'mode-type', 'a'],
  ['.git', [file('.git/config')], 'path-git', '.git/config'],
  ['.GIT in a folder', [file('sub/.GIT/hooks/x')], 'path-git'],
  ['the short name of .git', [file('GIT~1/config')], 'path-git'],
  ['a second manifest', [file('sub/dotkit.json')], 'manifest-second', 'sub/dotkit.json'],
  ['a pax size that differs', [pax({ size: '2' }), file('a')], 'pax-size'],
  ['a pax record too long', [entry({ name: 'p', type: 'x', body: '99 path=a\n' }), file('a')], 'pax-record'],
  ['a pax record too short', [entry({ name: 'p', type: 'x', body: '9 path=abc\n' }), file('a')], 'pax-record'],
  ['a pax record without line end', [entry({ name: 'p', type: 'x', body: '10 path=aa' }), file('a')], 'pax-record'],
  [
    'a pax key twice',
    [entry({ name: 'p', type: 'x', body: paxRecord('path', 'a') + paxRecord('path', 'b') }), file('c')],
    'pax-record',
  ],
  ['an empty pax path', [pax({ path: '' }), file('a')], 'pax-record'],
  ['a pax link path', [pax({ linkpath: '/etc' }), file('a')], 'pax-keyword'],
  ['a pax character set', [pax({ hdrcharset: 'ISO-IR 8859 1 1998' }), file('a')], 'pax-keyword'],
  ['an unknown pax key', [pax({ foo: 'bar' }), file('a')], 'pax-keyword'],
  ['two x headers', [pax({ mtime: '1' }), pax({ mtime: '2' }), file('a')], 'pax-order'],
  ['x and L together', [pax({ path: 'b' }), longName('c'), entry({ name: 'a', magic: GNU })], 'pax-order'],
  ['an x before the end', [pax({ path: 'b' })], 'pax-order'],
  ['a g in the middle', [pax({ comment: 'x' }, 'g')], 'pax-global'],
  ['an unsafe pax path', [pax({ path: '../x' }), file('a')], 'path-parent', '../x'],
  ['a safe pax path over an unsafe name', [pax({ path: 'ok' }), file('../x')], 'header-name', 'ok'],
  ['a GNU name without end', [longName('abc', ''), entry({ name: 'a', magic: GNU })], 'long-name'],
  ['a GNU name with a NUL inside', [longName('a\u0000b'), entry({ name: 'a', magic: GNU })], 'long-name'],
  ['a GNU long link', [entry({ name: '././@LongLink', type: 'K', magic: GNU, body: 'x\u0000' })], 'entry-link'],
  ['a GNU name of 10 MB', [longName('a'.repeat(10_000_000)), entry({ name: 'a', magic: GNU })], 'pax-too-large'],
  ['an unsafe GNU name', [longName('/etc/x'), entry({ name: 'a', magic: GNU })], 'path-absolute', '/etc/x'],
  ['a wrong checksum', [file('a', { checksum: '000000\u0000 ' })], 'tar-checksum'],
  ['a negative size', [file('a', { size: Buffer.from('ffffffffffffffffffffffff', 'hex') })], 'tar-field'],
  ['a size in base 256', [file('a', { size: Buffer.from('800000000000000000000001', 'hex') })], 'tar-field'],
  ['a size that is not octal', [file('a', { size: '00000000009\u0000' })], 'tar-field'],
  ['a size beyond the stream', [header({ name: 'a', size: 1_000_000 })], 'tar-truncated', 'a'],
  ['a folder with content', [file('d', { type: '5' })], 'entry-directory-size', 'd'],
  ['a slash after a file', [file('a/')], 'path-empty'],
  ['no magic but a prefix', [file('a', { magic: V7, prefix: 'p' })], 'tar-format'],
  ['GNU magic with a prefix', [file('a', { magic: GNU, prefix: 'p' })], 'tar-format'],
  ['an unknown magic', [file('a', { magic: 'ustar\u0000\u0000\u0000' })], 'tar-format'],
  ['padding that is not zero', [file('a', { fill: 65 })], 'tar-padding'],
  ['entries after the end blocks', [END, file('late')], 'tar-after-end'],
  ['an entry after one zero block', [Buffer.alloc(512), file('late')], 'tar-after-end'],
  ['a path of 256 bytes', [pax({ path: `${'d'.repeat(127)}/${'f'.repeat(128)}` }), file('a')], 'path-too-long'],
  ['21 levels', [file(Array(21).fill('d').join('/'))], 'path-too-deep'],
];

describe('named hostile cases beside a valid module', () => {
  it('the module itself is accepted', async () => {
    const report = await judgeWith();
    expect(report.findings).toEqual([]);
    expect(report.ok).toBe(true);
  });

  it.each(CASES)('%s', async (_, pieces, code, path) => {
    const report = await judgeWith(...pieces);
    expect(report.ok).toBe(false);
    expect(codesOf(report)).toContain(code);
    const found = report.findings.find((finding) => finding.code === code);
    expect(found?.path).toBeTruthy();
    if (path !== undefined) expect(found?.path).toBe(path);
  });
});
