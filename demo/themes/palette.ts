import type { Palette } from '@/types/module';

/** Every colour set: a theme of the catalogue leaves nothing to the application. */
export type FullPalette = Required<Palette>;
export type Variant = { name: string; slug: string; dark: boolean; palette: FullPalette };

export const ANSI_NAMES = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'] as const;

/** The colour at `index` of the sixteen. */
export function ansi(palette: FullPalette, index: number): string {
  const color = palette.ansi[index];
  if (color === undefined) throw new Error(`The palette has no ANSI colour ${index}.`);
  return color;
}

const channels = (hex: string) => [1, 3, 5].map((start) => Number.parseInt(hex.slice(start, start + 2), 16));

/** Relative luminance, 0 to 1 (WCAG 2.1). */
function luminance(hex: string): number {
  const linear = channels(hex).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  const [red = 0, green = 0, blue = 0] = linear;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two colours, 1 to 21 (WCAG 2.1). */
export function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** `share` of the second colour in the first, per channel. */
export function mix(one: string, other: string, share: number): string {
  const over = channels(other);
  const mixed = channels(one).map((value, index) => Math.round(value + ((over[index] ?? value) - value) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
