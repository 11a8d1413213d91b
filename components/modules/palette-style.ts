import type { CSSProperties } from 'react';
import type { Palette } from '@/types/module';

const HEX = /^#[0-9a-f]{6}$/i;

/**
 * The custom properties that dress a `.term` in a palette, exactly as the style attribute will say them: `--b` and `--f`, and
 * the sixteen colours `--0` … `--15`. The same text twice on a page costs a compressed answer next to nothing.
 */
export function paletteCss({ background, foreground, ansi }: Palette): string {
  const colours: [string, string][] = [
    ['--b', background],
    ['--f', foreground],
  ];
  ansi.slice(0, 16).forEach((hex, index) => {
    colours.push([`--${index}`, hex]);
  });
  return colours
    .filter(([, hex]) => HEX.test(hex))
    .map((pair) => pair.join(':'))
    .join(';');
}

/** What `paletteCss` wrote, for React. */
export function cssStyle(css: string): CSSProperties {
  return Object.fromEntries(css.split(';').map((part) => part.split(':')));
}
