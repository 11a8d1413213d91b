import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assertModuleNameAllowed, isReservedName } from '@/lib/accounts/rules';
import { usernameSchema } from '@/lib/accounts/schema';
import { NAME_PATTERN, NAMESPACE_PATTERN, parseRef } from '@/lib/manifest/names';
import { lookalikeKey } from '@/lib/utils/lookalike-key';
import { corporaFolder } from '../support/archives/corpora';

const folder = corporaFolder();
const isUsername = (text: string) => usernameSchema.safeParse(text).success;

describe('names that look alike', () => {
  it.each([
    ['nord-theme', 'nordtheme'],
    ['nord-theme', 'nord_theme'],
    ['nord-theme', 'nord.theme'],
    ['nord-theme', 'n0rd-theme'],
    ['nord-theme', 'Nord-Theme'],
    ['modern', 'modem'],
    ['tallinn', 'ta11inn'],
    ['wave', 'vvave'],
  ])('%s and %s are one', (one, other) => {
    expect(lookalikeKey(one)).toBe(lookalikeKey(other));
  });

  it.each([
    ['nord', 'nordic'],
    ['vim-small', 'vim-smell'],
    ['tool', 'tools'],
    ['a', 'b'],
  ])('%s and %s are two', (one, other) => {
    expect(lookalikeKey(one)).not.toBe(lookalikeKey(other));
  });
});

describe('reserved names', () => {
  it.each(['admin', 'api', 'explore', 'docs', 'sign-in', 'signin', 'settings', 'dotkit', 'www', 'constructor'])(
    '%s is nobody’s, in no spelling',
    (name) => {
      for (const spelling of [name, name.toUpperCase(), name.replaceAll('o', '0'), name.split('').join('-')])
        expect([spelling, isReservedName(spelling)]).toEqual([spelling, true]);
    },
  );

  it('cover every first part of an address that the site answers', () => {
    const app = join(import.meta.dirname, '../../app');
    const parts = readdirSync(app, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .flatMap(({ name }) => (name.startsWith('(') ? readdirSync(join(app, name)) : [name]))
      .filter((part) => isUsername(part) && part !== 'styles');
    expect(parts).toContain('api');
    expect(parts.filter((part) => !isReservedName(part))).toEqual([]);
  });

  it.skipIf(!folder)('cover the lists that others keep', () => {
    const lists = ['reserved-usernames-1.1.6.json', 'big-username-blacklist-1.5.2.json'];
    const words = lists.flatMap(
      (file) => JSON.parse(readFileSync(join(folder ?? '', 'text/names', file), 'utf8')) as string[],
    );
    const free = [...new Set(words)].filter((word) => isUsername(word) && !isReservedName(word));
    console.log(`names: ${free.length} of ${words.length} listed words may be taken`);
    expect(words.length).toBeGreaterThan(1000);
    expect(
      free.filter((word) =>
        /^(admin|root|super|sudo|moder|support|secur|login|billing|help|status|system|poli)/.test(word),
      ),
    ).toEqual([]);
  });

  it.each(['collections', 'feed.xml', 'settings', 'constructor', 'Collect.ions'])('no module is called %s', (name) => {
    expect(() => assertModuleNameAllowed(name)).toThrow(expect.objectContaining({ code: 'name_reserved' }));
  });
});

describe('the form of a name', () => {
  const long = (length: number) => 'a'.repeat(length);
  it.each(['a', 'a1', 'a-b', 'a--b', '0', long(39)])('takes the namespace %s', (name) => {
    expect([NAMESPACE_PATTERN.test(name), isUsername(name)]).toEqual([true, true]);
  });
  it.each(['', '-a', 'a-', 'A', 'a_b', 'a.b', 'ä', 'a b', long(40)])('refuses the namespace %j', (name) => {
    expect([NAMESPACE_PATTERN.test(name), isUsername(name)]).toEqual([false, false]);
  });
  it.each(['a', 'a.b', 'a_b', 'a-b', '0.1', long(64)])('takes the module name %s', (name) => {
    expect([NAME_PATTERN.test(name), parseRef(`@ada/${name}`)]).toEqual([true, { namespace: 'ada', name }]);
  });
  it.each(['', '.a', 'a.', '_a', '-a', 'A', '..', 'a/b', 'a\n', 'á', long(65)])(
    'refuses the module name %j',
    (name) => {
      expect([NAME_PATTERN.test(name), parseRef(`@ada/${name}`)]).toEqual([false, null]);
    },
  );
});
