import { expect, test } from 'vitest';

import {
  assertAllDeclared,
  parseSettings,
  presetsOf,
  questionsFor,
  settingsFor,
  valuesFor,
} from '@/cli/plan/variables';
import type { ManifestInput } from '@/lib/manifest/schema';
import { MemoryHome, readyModule } from '../support/cli-home';

const variables: ManifestInput['variables'] = [
  { key: 'name', type: 'string', label: 'Your name', default: 'nobody' },
  { key: 'size', type: 'number', label: 'Font size', default: 12 },
  { key: 'bar', type: 'boolean', label: 'A bar', default: true },
  { key: 'theme', type: 'choice', label: 'Theme', choices: ['dark', 'light'], default: 'dark' },
];
const { manifest } = readyModule(new MemoryHome(), '@ada/one', '1.0.0', [{ dest: '{home}/a' }], { variables });
const set = (...texts: string[]) => settingsFor(manifest, parseSettings(texts));

test('What was answered is not asked again, unless the answer no longer fits.', () => {
  const asked = (answers: Record<string, string | number | boolean>) =>
    questionsFor(manifest, answers).map(({ key }) => key);
  expect(asked({})).toEqual(['name', 'size', 'bar', 'theme']);
  expect(asked({ name: 'Ada', size: 9, bar: false, theme: 'light' })).toEqual([]);
  expect(asked({ name: 'Ada', size: 'nine', bar: 'yes', theme: 'solarized' })).toEqual(['size', 'bar', 'theme']);
  expect(asked({ name: '', size: 0, bar: false, theme: 'dark' })).toEqual([]);
});

test('Every declared variable has a value, and nothing else has.', () => {
  expect(valuesFor(manifest, { size: 9, theme: 'pink', stranger: 'x' })).toEqual({
    name: 'nobody',
    size: 9,
    bar: true,
    theme: 'dark',
  });
});

test('Settings are read by type; the last of a key counts, and one for another module does not.', () => {
  expect(set('name=Ada = b', 'size=1.5', 'bar=no', 'theme=light')).toEqual({
    name: 'Ada = b',
    size: 1.5,
    bar: false,
    theme: 'light',
  });
  expect(set('name=a', '@ada/one:name=b', '@ada/two:name=c')).toEqual({ name: 'b' });
  expect(set('name=')).toEqual({ name: '' });
});

test.each([
  ['size=big', '“size” is a number, not “big”.'],
  ['size=', '“size” is a number'],
  ['size=Infinity', '“size” is a number'],
  ['bar=maybe', '“bar” is yes or no'],
  ['theme=pink', '“theme” is one of: dark, light.'],
  ['name=a\nb', '“name” is one line'],
  ['no-value', '“no-value” sets nothing.'],
  ['=x', '“=x” sets nothing.'],
])('%j is refused', (text, message) => {
  expect(() => set(text)).toThrow(message);
});

test('A key that no module declares is refused with those that there are.', () => {
  expect(() => assertAllDeclared([manifest], parseSettings(['sise=9']))).toThrow(
    'No module here has a variable “sise”.',
  );
  expect(() => assertAllDeclared([manifest], parseSettings(['@ada/two:size=9']))).toThrow('“size”');
  expect(() => assertAllDeclared([manifest], parseSettings(['size=9']))).not.toThrow();
});

test('A bundle answers for its members.', () => {
  const bundle = readyModule(new MemoryHome(), '@ada/all', '1.0.0', [], {
    kind: 'bundle',
    bundle: {
      modules: [
        { ref: '@ada/one', range: '*', variables: { size: 9 } },
        { ref: '@ada/two', range: '*' },
      ],
    },
  });
  expect([...presetsOf([manifest, bundle.manifest])]).toEqual([['@ada/one', { size: 9 }]]);
});
