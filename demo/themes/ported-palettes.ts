import { createRequire } from 'node:module';
import { flavorEntries } from '@catppuccin/palette';
import { packageText } from '../packages/installed';
import { type FullPalette, mix, type Variant } from './palette';

export function catppuccin(): Variant[] {
  return flavorEntries.map(([slug, flavor]) => {
    const { base, text, rosewater, mauve, surface2 } = flavor.colors;
    const colors = flavor.ansiColorEntries.map(([, pair]) => pair);
    return {
      slug: `catppuccin-${slug}`,
      name: flavor.name,
      dark: flavor.dark,
      palette: {
        background: base.hex,
        foreground: text.hex,
        cursor: rosewater.hex,
        selection: mix(base.hex, surface2.hex, 0.6),
        accent: mauve.hex,
        ansi: [...colors.map(({ normal }) => normal.hex), ...colors.map(({ bright }) => bright.hex)],
      },
    };
  });
}

/** The sixteen colours that Nord's own terminal ports use, by number of the palette. */
const NORD_ANSI = [1, 11, 14, 13, 9, 15, 8, 5, 3, 11, 14, 13, 9, 15, 7, 6];

export function nord(): Variant[] {
  const found = packageText('nord', 'src/sass/nord.scss').matchAll(/^\$nord(\d+):\s*(#[0-9a-f]{6});/gim);
  const colors = new Map([...found].map(([, number, hex]) => [Number(number), (hex ?? '').toLowerCase()]));
  const color = (number: number) => colors.get(number) ?? '';
  const palette = {
    background: color(0),
    foreground: color(4),
    cursor: color(4),
    selection: color(2),
    accent: color(8),
    ansi: NORD_ANSI.map(color),
  };
  return [{ slug: 'nord-arctic', name: 'Nord', dark: true, palette }];
}

type HyperConfig = {
  backgroundColor: string;
  foregroundColor: string;
  cursorColor: string;
  colors: Record<string, string>;
};

export function snazzy(): Variant[] {
  const require = createRequire(import.meta.url);
  const { decorateConfig } = require('hyper-snazzy') as { decorateConfig: (config: object) => HyperConfig };
  const { backgroundColor: background, foregroundColor: foreground, cursorColor: cursor, colors } = decorateConfig({});
  const palette = {
    background,
    foreground,
    cursor,
    // The original is this grey at a fifth of its opacity; terminals want one solid colour.
    selection: mix(background, cursor, 0.2),
    accent: colors.magenta ?? foreground,
    ansi: Object.values(colors),
  };
  return [{ slug: 'snazzy', name: 'Snazzy', dark: true, palette }];
}

const BASE16_ANSI = ['00', '08', '0B', '0A', '0D', '0E', '0C', '05', '03', '08', '0B', '0A', '0D', '0E', '0C', '07'];

/** Dark and light variants of one scheme of the base16 collection, with the roles of its own templates. */
export function base16(scheme: string, roles = { dark: '05', light: '02' }): Variant[] {
  const text = packageText('base16-builder', `db/schemes/${scheme}.yml`);
  const name = /^scheme: "(.*)"/m.exec(text)?.[1] ?? scheme;
  const color = (base: string) => `#${new RegExp(`^base${base}: "([0-9a-f]{6})"`, 'im').exec(text)?.[1] ?? ''}`;
  const palette = (background: string, foreground: string, selection: string): FullPalette => ({
    background: color(background),
    foreground: color(foreground),
    cursor: color(foreground),
    selection: color(selection),
    accent: color('0D'),
    ansi: BASE16_ANSI.map(color),
  });
  return [
    { slug: `base16-${scheme}-dark`, name: `${name} Dark`, dark: true, palette: palette('00', roles.dark, '02') },
    { slug: `base16-${scheme}-light`, name: `${name} Light`, dark: false, palette: palette('07', roles.light, '06') },
  ];
}
