import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from '@/lib/manifest/json';
import { parseManifest } from '@/lib/manifest/schema';

import { manifestBytes, SAMPLES } from '../support/archives/manifests';

const plugin = SAMPLES['shell-plugin'];
const parse = (change: Record<string, unknown>) => parseManifest(manifestBytes({ ...plugin, ...change }));
const codes = (change: Record<string, unknown>) => parse(change).findings.map(({ code }) => code);
const copyTo = (dest: string) => ({ files: [{ src: 'a', dest }] });
const raw = (text: string | Uint8Array) =>
  parseManifest(typeof text === 'string' ? new TextEncoder().encode(text) : text).findings.map(({ code }) => code);

describe('reading dotkit.json', () => {
  it.each([
    ['more than 64 KiB', `{"a":"${'x'.repeat(65_536)}"}`, 'manifest-too-large'],
    ['a byte order mark', '\ufeff{}', 'manifest-bom'],
    ['invalid UTF-8', Uint8Array.of(0x7b, 0xff, 0x7d), 'manifest-encoding'],
    ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x7b, 0), 'manifest-encoding'],
    ['no text', '', 'manifest-json'],
    ['half a text', '{"a":', 'manifest-json'],
    ['text after the end', '{} {}', 'manifest-json'],
    ['a trailing comma', '{"a":1,}', 'manifest-json'],
    ['a comment', '{// x\n}', 'manifest-json'],
    ['a raw control character', '{"a":"\u0001"}', 'manifest-json'],
    ['a key twice', '{"a":1,"a":2}', 'manifest-duplicate-key'],
    ['a key twice by escape', '{"a":1,"\\u0061":2}', 'manifest-duplicate-key'],
    ['__proto__', '{"__proto__":{}}', 'manifest-forbidden-key'],
    ['__proto__ by escape', '{"x":{"\\u005f_proto__":{}}}', 'manifest-forbidden-key'],
    ['constructor', '{"a":[{"constructor":1}]}', 'manifest-forbidden-key'],
    ['prototype', '{"prototype":1}', 'manifest-forbidden-key'],
    ['deep arrays', '['.repeat(60_000), 'manifest-too-deep'],
    ['deep objects', '{"a":'.repeat(10_000), 'manifest-too-deep'],
    ['an array', '[]', 'manifest-invalid'],
    ['null', 'null', 'manifest-invalid'],
  ])('refuses %s', (_, text, code) => {
    expect(raw(text)).toEqual([code]);
  });

  it('names the line and the path of each fault', () => {
    const text = JSON.stringify({ ...plugin, files: [{ src: '../a', dest: '{home}/a' }], nope: 1 }, null, 2);
    const lines = text.split('\n');
    const found = parseManifest(new TextEncoder().encode(text)).findings;
    expect(found.map(({ line, message }) => [lines[(line ?? 0) - 1]?.trim(), message.split(':')[0]])).toEqual([
      ['"src": "../a",', 'files[0].src'],
      ['"nope": 1', 'nope'],
    ]);
  });

  it('reads what JSON.parse reads, and never throws', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (text) => {
        if (/__proto__|constructor|prototype|[\u007f-\u009f]/.test(text)) return;
        expect(parseJson(text).value).toEqual(JSON.parse(text));
      }),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 400 }),
          fc.json().map((text) => new TextEncoder().encode(text)),
        ),
        (bytes) => {
          const { manifest, findings } = parseManifest(bytes);
          expect(manifest === null).toBe(findings.length > 0);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('never throws on a valid manifest with one value replaced', () => {
    const keys = Object.keys(plugin);
    fc.assert(
      fc.property(
        fc.constantFrom(...keys, 'dependencies', 'requires', 'variables', 'preview', 'hooks'),
        fc.jsonValue(),
        (key, value) => {
          if (/__proto__|constructor|prototype/.test(JSON.stringify(value))) return;
          const { manifest, findings } = parse({ [key]: value });
          expect(manifest === null).toBe(findings.length > 0);
          for (const { line, path } of findings) expect([path, line]).toEqual(['dotkit.json', expect.any(Number)]);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('common fields', () => {
  it.each([
    ['name', 'sample'],
    ['name', '@ada/Sample'],
    ['name', '@ada/-sample'],
    ['name', `@ada/${'a'.repeat(65)}`],
    ['name', '@a--/x-'],
    ['version', 'v1.0.0'],
    ['version', '1.0'],
    ['version', ' 1.0.0'],
    ['version', '1.0.0-'],
    ['version', '01.0.0'],
    ['version', '99999999999999999999.0.0'],
    ['title', ' padded '],
    ['title', 'a\u202eb'],
    ['summary', 'x'.repeat(161)],
    ['summary', ''],
    ['license', 'Free'],
    ['license', 'MIT OR'],
    ['keywords', Array.from({ length: 9 }, (_, index) => `k${index}`)],
    ['keywords', ['a', 'a']],
    ['keywords', ['Upper']],
    ['links', { homepage: 'javascript:alert(1)' }],
    ['links', { homepage: 'file:///etc/passwd' }],
    ['requires', { os: ['plan9'] }],
    ['requires', { apps: { tmux: 'newest' } }],
    ['dependencies', { '@ada/x': 'soon' }],
    ['dependencies', Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`@ada/m${index}`, '^1.0.0']))],
    ['conflicts', ['x']],
    ['schemaVersion', 2],
    ['readme', '../README.md'],
    ['hooks', { afterInstall: '/bin/sh' }],
    ['preview', { ansi: '\u001b]0;title\u0007' }],
    ['variables', [{ key: 'a', type: 'choice', label: 'A', choices: ['x'], default: 'y' }]],
    ['variables', [{ key: 'a', type: 'number', label: 'A', default: '1' }]],
    [
      'variables',
      [
        { key: 'a', type: 'boolean', label: 'A', default: true },
        { key: 'a', type: 'boolean', label: 'B', default: true },
      ],
    ],
  ])('refuses %s = %j', (key, value) => {
    expect(codes({ [key]: value })).toContain('manifest-invalid');
  });

  it.each([
    ['version', '1.0.0-beta.1+build.5'],
    ['summary', '🎨'.repeat(160)],
    ['license', '(MIT OR Apache-2.0) AND CC-BY-4.0'],
    ['title', 'Ünïcode – für „alle“ 👩‍💻'],
    ['links', { homepage: 'https://example.org/x?y#z' }],
    [
      'requires',
      { os: ['linux', 'macos'], arch: ['arm64'], apps: { tmux: '>=3.3a', 'oh-my-zsh': '*' }, commands: ['git', '['] },
    ],
    ['variables', [{ key: 'accent', type: 'choice', label: 'Accent', choices: ['red', 'blue'], default: 'red' }]],
    ['dependencies', { '@bob/base': '>=1.2.0 <2.0.0' }],
  ])('accepts %s = %j', (key, value) => {
    expect(parse({ [key]: value }).findings).toEqual([]);
  });

  it('refuses itself as dependency or conflict', () => {
    expect(codes({ dependencies: { '@ada/sample': '^1.0.0' } })).toEqual(['dependency-self']);
    expect(codes({ conflicts: ['@ada/sample'] })).toEqual(['dependency-self']);
  });
});

describe('destinations', () => {
  it.each([
    '/etc/passwd',
    '~/.zshrc',
    '{home}',
    '{home}/',
    '{root}/x',
    'x',
    '{home}/../x',
    '{home}//x',
    '{home}/a\\b',
    '{home}/./x',
    '{home}/CON',
    '{home}/.git/hooks/x',
    '{toString}/x',
  ])('%s is not a place below a known folder', (dest) => expect(codes(copyTo(dest))).toContain('dest-invalid'));

  it.each([
    '{home}/.ssh/config',
    '{home}/.SSH/authorized_keys',
    '{config}/../.ssh/x',
    '{home}/.gnupg/gpg.conf',
    '{home}/.netrc',
    '{home}/.aws/credentials',
    '{home}/.kube/config',
    '{home}/.mozilla/firefox/x',
    '{config}/google-chrome/Default/Preferences',
    '{home}/.config/chromium/x',
    '{home}/Library/Application Support/Google/Chrome/x',
    '{home}/AppData/Local/Google/Chrome/User Data/x',
    '{data}/keyrings/login.keyring',
    '{state}/dotkit/journal.json',
  ])('%s is refused for every kind', (dest) => {
    expect(codes(copyTo(dest)).some((code) => code === 'dest-sensitive' || code === 'dest-invalid')).toBe(true);
  });

  it('autostart and service units are for window managers only', () => {
    for (const dest of [
      '{config}/autostart/x.desktop',
      '{config}/systemd/user/x.service',
      '{home}/Library/LaunchAgents/x.plist',
      '{home}/.xprofile',
    ]) {
      expect(codes(copyTo(dest))).toEqual(['dest-autostart']);
      expect(parseManifest(manifestBytes({ ...SAMPLES['wm-config'], ...copyTo(dest) })).findings).toEqual([]);
    }
  });

  it('two entries may not own one file, unless on different machines', () => {
    const dest = '{config}/x/a.conf';
    const other = '{home}/.config/X/a.conf';
    expect(
      codes({
        files: [
          { src: 'a', dest },
          { src: 'b', dest: other },
        ],
      }),
    ).toEqual(['dest-conflict']);
    expect(
      codes({
        files: [
          { src: 'a', dest },
          { src: 'b', dest: `${dest}/b` },
        ],
      }),
    ).toEqual(['dest-conflict']);
    const when = [{ os: ['linux'] }, { os: ['macos'] }];
    expect(
      codes({
        files: [
          { src: 'a', dest, when: when[0] },
          { src: 'b', dest, when: when[1] },
        ],
      }),
    ).toEqual([]);
    expect(
      codes({
        files: [
          { src: 'a', dest, mode: 'block' },
          { src: 'b', dest, mode: 'block' },
        ],
      }),
    ).toEqual([]);
  });

  it('a source-line has a line and no src; every other mode the reverse', () => {
    const dest = '{home}/.zshrc';
    expect(codes({ files: [{ dest, mode: 'source-line' }] })).toEqual(['manifest-invalid']);
    expect(codes({ files: [{ dest, mode: 'source-line', line: 'x', src: 'a' }] })).toEqual(['manifest-invalid']);
    expect(codes({ files: [{ dest }] })).toEqual(['manifest-invalid']);
    expect(codes({ files: [{ dest, src: 'a', line: 'x' }] })).toEqual(['manifest-invalid']);
    expect(codes({ files: [{ dest, src: 'a', perm: '4755' }] })).toEqual(['manifest-invalid']);
  });
});
