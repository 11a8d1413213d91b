import { describe, expect, it } from 'vitest';
import { deltaE, nearestColor } from '@/lib/colors/nearest';
import { readHex } from '@/lib/colors/schema';
import { cellOf, cellsAround, labOf } from '@/lib/utils/color-cells';
import { hueOf } from '@/lib/utils/hue';

const GREYS = Array.from({ length: 16 }, (_, step) => `#${(step * 16).toString(16).padStart(2, '0').repeat(3)}`);
const palette = { background: '#000000', foreground: '#ffffff', ansi: GREYS };

describe('a pasted colour', () => {
  it.each([
    ['#bd93f9', '#bd93f9'],
    ['bd93f9', '#bd93f9'],
    ['  #BD93F9; ', '#bd93f9'],
    ['#abc', '#aabbcc'],
    ['abcd', '#aabbcc'],
    ['#bd93f9cc', '#bd93f9'],
    ['#bd93f', null],
    ['purple', null],
    ['', null],
    ['#'.repeat(10_000), null],
    ['<script>', null],
  ])('%j is %j', (text, hex) => expect(readHex(text)).toBe(hex));
});

describe('the hue of a theme', () => {
  it('is that of a coloured accent, else the tint of the background, else the most colourful ANSI colour', () => {
    expect(hueOf({ ...palette, accent: '#ff0000', background: '#002b36' })).toBe(29);
    expect(hueOf({ ...palette, accent: '#808080', background: '#002b36' })).toBe(220);
    expect(hueOf({ ...palette, ansi: [...GREYS.slice(1), '#0000ff'] })).toBe(264);
  });
  it('is nothing for a grey theme', () => expect(hueOf(palette)).toBeNull());
});

describe('the grid', () => {
  it('has the cell of every colour within reach, at a distance that is never too long', () => {
    const cells = new Map(cellsAround('#bd93f9', 32).map(({ cell, distance }) => [cell, distance]));
    expect(cells.get(cellOf('#bd93f9'))).toBe(0);
    const [light, a, b] = labOf('#bd93f9');
    for (let red = 0; red < 256; red += 15)
      for (let green = 0; green < 256; green += 15)
        for (let blue = 0; blue < 256; blue += 15) {
          const hex = `#${[red, green, blue].map((value) => value.toString(16).padStart(2, '0')).join('')}`;
          const [otherLight, otherA, otherB] = labOf(hex);
          const away = Math.hypot(light - otherLight, a - otherA, b - otherB);
          if (away < 32) expect(cells.get(cellOf(hex)) ?? Number.POSITIVE_INFINITY, hex).toBeLessThanOrEqual(away);
        }
  });
});

describe('the nearest colour of a theme', () => {
  const variants = [
    { name: 'Night', colors: ['#101010', '#eeeeee', '#bd93f9', ...GREYS] },
    { name: 'Day', colors: ['#fafafa', '#777777', '', ...GREYS] },
  ];
  it('knows the figures that CIEDE2000 was published with', () => {
    expect(deltaE('#ffffff', '#000000')).toBeCloseTo(100, 3);
    expect(deltaE('#bd93f9', '#bd93f9')).toBe(0);
  });
  it('names variant and place, and honours part, contrast and appearance', () => {
    const wanted = { color: '#bd93f9', part: 'any' as const };
    expect(nearestColor({ variants }, wanted)).toMatchObject({ variant: 'Night', place: 'accent', deltaE: 0 });
    expect(nearestColor({ variants }, { ...wanted, part: 'background' })?.hex).toBe('#fafafa');
    expect(nearestColor({ variants }, { ...wanted, appearance: 'light' })?.variant).toBe('Day');
    expect(nearestColor({ variants }, { ...wanted, appearance: 'light', contrast: 7 })).toBeNull();
    expect(nearestColor({ variants }, { ...wanted, appearance: 'light', part: 'accent' })).toBeNull();
  });
});
