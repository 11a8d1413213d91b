import { chmodSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CliError } from '@/cli/errors';
import { ownPaths } from '@/cli/own-paths';
import { parseConfig, readConfig } from '@/cli/registry/config';
import { forgetToken, keepToken, parseToken, readToken } from '@/cli/registry/credentials';
import { isIntegrity, isSha256, toIntegrity, toSha256 } from '@/cli/registry/integrity';
import { encodeLock, lockOf, parseLock, readLock } from '@/cli/registry/lock';
import { encodeVariables, readVariables } from '@/cli/registry/variables';
import type { Lock } from '@/cli/types';

import { makeHome } from './support/context';

const hex = fc.stringMatching(/^[0-9a-f]{64}$/);
const entry = { version: '1.0.0', integrity: toIntegrity('ab'.repeat(32)), range: '^1.0.0', dependencies: {} };
const file = (modules: unknown, more: object = {}) => JSON.stringify({ lockfileVersion: 1, modules, ...more });

describe('integrity', () => {
  it('goes to base64 and back', () => {
    fc.assert(
      fc.property(hex, (sha256) => {
        const integrity = toIntegrity(sha256);
        expect(isIntegrity(integrity)).toBe(true);
        expect(toSha256(integrity)).toBe(sha256);
      }),
    );
    expect(toIntegrity('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')).toBe(
      'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
    );
  });
  it.each([
    'sha256-',
    'sha512-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
    'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=',
    '',
    7,
  ])('%j is none', (text) => expect(isIntegrity(text)).toBe(false));
  it.each(['AB'.repeat(32), 'ab', `${'ab'.repeat(32)}\n`, null])('%j is no hash', (text) =>
    expect(isSha256(text)).toBe(false),
  );
});

describe('the lock file', () => {
  const ref = fc.stringMatching(/^@[a-z]{1,8}\/[a-z]{1,8}$/);
  const range = fc.constantFrom('*', '^1.0.0', '>=1.0.0 <3.0.0');
  const lock: fc.Arbitrary<Lock> = fc
    .dictionary(
      ref,
      fc.record({
        version: fc.constantFrom('1.0.0', '2.1.0-rc.1', '3.0.0+build'),
        integrity: hex.map(toIntegrity),
        range: fc.option(range),
        dependencies: fc.dictionary(ref, range, { maxKeys: 3 }),
      }),
    )
    .map((modules) => ({ lockfileVersion: 1, modules }));

  it('is read as it was written, and is the same bytes whatever the order', () => {
    fc.assert(
      fc.property(lock, (one) => {
        const bytes = encodeLock(one);
        const again = parseLock(bytes.toString(), 'lock');
        expect(again).toEqual(one);
        const turned = Object.fromEntries(Object.entries(again.modules).reverse());
        expect(encodeLock({ lockfileVersion: 1, modules: turned }).equals(bytes)).toBe(true);
      }),
    );
  });

  it('holds sorted keys and nothing of time or place', () => {
    expect(encodeLock(parseLock(file({ '@b/b': entry, '@a/a': { ...entry, range: null } }), 'lock')).toString()).toBe(
      `{
  "lockfileVersion": 1,
  "modules": {
    "@a/a": {
      "dependencies": {},
      "integrity": "${entry.integrity}",
      "range": null,
      "version": "1.0.0"
    },
    "@b/b": {
      "dependencies": {},
      "integrity": "${entry.integrity}",
      "range": "^1.0.0",
      "version": "1.0.0"
    }
  }
}
`,
    );
  });

  it.each([
    ['', 'not JSON'],
    ['<<<<<<< mine\n{}\n=======\n{}\n>>>>>>> theirs', 'merge conflict'],
    ['[]', 'no object'],
    ['{"lockfileVersion": 2, "modules": {}}', 'lockfileVersion is not 1'],
    [file({}, { extra: 1 }), 'unknown key “extra”'],
    [file([]), 'modules is no object'],
    [file({ 'a/b': entry }), '“a/b” is no module'],
    [file({ '@a/b': { ...entry, version: 'v1' } }), '@a/b has no version'],
    [file({ '@a/b': { ...entry, integrity: 'sha256-x' } }), 'no integrity'],
    [file({ '@a/b': { ...entry, range: 'newest' } }), 'wrong range'],
    [file({ '@a/b': { ...entry, url: 'https://x' } }), 'unknown key “url”'],
    [file({ '@a/b': { ...entry, dependencies: { x: '*' } } }), 'depends on “x”'],
    [file({ '@a/b': { ...entry, dependencies: null } }), '@a/b.dependencies is no object'],
    ['{"lockfileVersion":1,"modules":{"__proto__":{}}}', '“__proto__” is no module'],
  ])('%s is refused: %s', (text, why) => {
    expect(() => parseLock(text, '/home/ada/lock')).toThrow(CliError);
    expect(() => parseLock(text, '/home/ada/lock')).toThrow(why);
  });

  it('is absent in a new home, and follows from what is installed', () => {
    expect(readLock(makeHome())).toBe(null);
    const receipt = {
      ...entry,
      ref: '@a/b',
      kind: 'prompt',
      title: 'B',
      capabilities: {},
      claims: [],
      hooks: {},
      storeFolder: '/s',
      writes: [],
    };
    expect(lockOf({ modules: { '@a/b': receipt as never } })).toEqual({
      lockfileVersion: 1,
      modules: { '@a/b': entry },
    });
  });
});

describe('the configuration', () => {
  it('has a default for everything', () =>
    expect(readConfig(makeHome())).toEqual({ registry: null, minimumReleaseAge: 0 }));
  it('is read from the home', () => {
    const home = makeHome({
      '.config/dotkit/config.json': '{"registry": "https://r.example", "minimumReleaseAge": 72}',
    });
    expect(readConfig(home)).toEqual({ registry: 'https://r.example', minimumReleaseAge: 72 });
  });
  it.each([
    '{',
    '[]',
    '{"registy": "x"}',
    '{"registry": 1}',
    '{"minimumReleaseAge": "3"}',
    '{"minimumReleaseAge": -1}',
    '{"minimumReleaseAge": 1e9}',
  ])('%s is refused with its path', (text) =>
    expect(() => parseConfig(text, '/home/ada/config.json')).toThrow('/home/ada/config.json'),
  );
});

describe('credentials', () => {
  const ONE = 'https://one.example';
  it('are kept for each registry, readable by nobody else, and forgotten one by one', async () => {
    const home = makeHome();
    const path = ownPaths(home).credentials;
    expect(readToken(home, ONE)).toBe(null);
    await keepToken(home, `${ONE}/`, 'dk_one-token');
    await keepToken(home, 'http://localhost:3000', 'dk_two-token');
    expect([readToken(home, ONE), readToken(home, 'http://localhost:3000/')]).toEqual(['dk_one-token', 'dk_two-token']);
    expect(readToken(home, 'https://one.example.evil')).toBe(null);
    expect([lstatSync(path).mode & 0o777, lstatSync(dirname(path)).mode & 0o777]).toEqual([0o600, 0o700]);
    expect([await forgetToken(home, ONE), await forgetToken(home, ONE)]).toEqual([true, false]);
    expect(readFileSync(path, 'utf8')).not.toContain('dk_one');
    expect(readToken(home, 'http://localhost:3000')).toBe('dk_two-token');
  });

  it.each([0o644, 0o640, 0o604, 0o620])('that others may read (%i) are not used', async (perm) => {
    const home = makeHome();
    await keepToken(home, ONE, 'dk_one-token');
    chmodSync(ownPaths(home).credentials, perm);
    expect(() => readToken(home, ONE)).toThrow('others may read it');
    await expect(keepToken(home, ONE, 'dk_new-token')).rejects.toMatchObject({
      details: [expect.stringContaining('chmod 600'), expect.any(String)],
    });
  });

  it.each(['', 'short', 'dk_with blank', 'dk_line\nbreak', 'dk_ünicode', 'x'.repeat(600)])('%j is no token', (text) => {
    expect(() => parseToken(text)).toThrow(CliError);
  });
  it('a line feed after a token is not part of it', () => expect(parseToken('dk_one-token\n')).toBe('dk_one-token'));

  it.each([
    '{',
    '{"registries": {"https://one.example": "dk_one-token"}}',
    '{"registries": {"https://one.example": {"token": "a\\nb: c"}}}',
  ])('%s is refused', (text) => {
    const home = makeHome();
    mkdirSync(home.own.config, { recursive: true });
    writeFileSync(ownPaths(home).credentials, text, { mode: 0o600 });
    expect(() => readToken(home, ONE)).toThrow('cannot be used');
  });
});

describe('answers', () => {
  const write = (text: string, mode = 0o600) => {
    const home = makeHome();
    mkdirSync(home.own.config, { recursive: true });
    writeFileSync(ownPaths(home).variables, text, { mode });
    return home;
  };
  it('are read as they were written, sorted, without empty modules', () => {
    const answers = { '@b/b': { z: 1, a: true }, '@a/a': { name: 'Ada' }, '@c/c': {} };
    const bytes = encodeVariables(answers);
    expect(Object.keys(JSON.parse(bytes.toString()))).toEqual(['@a/a', '@b/b']);
    expect(readVariables(write(bytes.toString()))).toEqual({ '@a/a': { name: 'Ada' }, '@b/b': { a: true, z: 1 } });
    expect(readVariables(makeHome())).toEqual({});
  });
  it.each(['[]', '{"a": {}}', '{"@a/a": []}', '{"@a/a": {"x": null}}', '{"@a/a": {"x": {}}}'])(
    '%s is refused',
    (text) => {
      expect(() => readVariables(write(text))).toThrow('cannot be used');
    },
  );
  it('that others may read are not used', () =>
    expect(() => readVariables(write('{}', 0o644))).toThrow('others may read it'));
});
