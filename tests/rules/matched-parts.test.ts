import { expect, it } from 'vitest';
import { matchedParts } from '@/lib/utils/matched-parts';

it.each([
  [
    'Calm tmux',
    'tm',
    [
      ['Calm ', false],
      ['tm', true],
      ['ux', false],
    ],
  ],
  [
    'Catppuccin Mocha',
    'mocha cat',
    [
      ['Cat', true],
      ['ppuccin ', false],
      ['Mocha', true],
    ],
  ],
  ['@ada/tidewater', 'water', [['@ada/tidewater', false]]],
  ['a+b', '(+[', [['a+b', false]]],
  [
    'a.b',
    '.*b',
    [
      ['a.', false],
      ['b', true],
    ],
  ],
])('%s for %s', (text, q, parts) => {
  expect(matchedParts(text, q)).toEqual(parts);
});
