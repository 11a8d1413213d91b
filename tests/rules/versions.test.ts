import { expect, it } from 'vitest';
import { latestOf, precedenceOf } from '@/lib/versions/rules';

const pick = (...versions: string[]) =>
  latestOf(versions.map((text) => ({ version: text.replace('!', ''), yanked: text.endsWith('!') ? {} : null })))
    ?.version ?? null;

it.each([
  [[], null],
  [['1.0.0'], '1.0.0'],
  [['1.9.0', '1.10.0', '1.2.0'], '1.10.0'],
  [['1.0.0', '2.0.0-rc.1'], '1.0.0'],
  [['1.0.0-alpha', '1.0.0-beta', '1.0.0-alpha.9'], '1.0.0-beta'],
  [['1.0.0', '2.0.0!'], '1.0.0'],
  [['1.0.0!', '2.0.0-rc.1'], '2.0.0-rc.1'],
  [['1.0.0!', '2.0.0!'], '2.0.0'],
  [['1.0.0!', '2.0.0-rc.1!'], '1.0.0'],
  [['1.0.0+build', '0.9.0'], '1.0.0+build'],
])('of %j it shows %s', (versions, latest) => {
  expect(pick(...versions)).toBe(latest);
});

it.each([
  ['1.0.0', '1.0.0'],
  ['1.0.0+a', '1.0.0'],
  ['1.0.0-rc.1+a', '1.0.0-rc.1'],
  ['1.0.0-a+b-c', '1.0.0-a'],
])('%s has the precedence %s', (version, precedence) => {
  expect(precedenceOf(version)).toBe(precedence);
});
