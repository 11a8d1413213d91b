import { differenceCiede2000 } from 'culori';
import { contrastRatio } from '@/lib/utils/contrast';
import type { ThemeColors } from '@/types/module';
import type { ColorPart } from './schema';

const difference = differenceCiede2000();

/** CIEDE2000 between two `#rrggbb` colours: 1 is a difference that a trained eye just sees, 100 is black to white. */
export const deltaE = (one: string, other: string): number => difference(one, other);

const TERMINAL = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'];
const PLACES = ['background', 'foreground', 'accent', ...TERMINAL, ...TERMINAL.map((name) => `bright ${name}`)];

export type ColorMatch = {
  variant: string;
  place: string;
  hex: string;
  deltaE: number;
  contrast: number;
  dark: boolean;
};

type Wanted = { color: string; part: ColorPart; contrast?: number; appearance?: 'dark' | 'light' };

const isDark = (background: string) => contrastRatio(background, '#ffffff') > contrastRatio(background, '#000000');

function placesOf(part: ColorPart): number[] {
  return part === 'any' ? PLACES.map((_, index) => index) : [PLACES.indexOf(part)];
}

/** Of the variants that pass the filters, the colour nearest to the wanted one; null when none passes. */
export function nearestColor({ variants }: Pick<ThemeColors, 'variants'>, wanted: Wanted): ColorMatch | null {
  let best: ColorMatch | null = null;
  for (const { name, colors } of variants) {
    const [background = '#000000', foreground = '#ffffff'] = colors;
    const contrast = contrastRatio(foreground, background);
    const dark = isDark(background);
    if (contrast < (wanted.contrast ?? 0) || (wanted.appearance && dark !== (wanted.appearance === 'dark'))) continue;
    for (const index of placesOf(wanted.part)) {
      const hex = colors[index];
      if (!hex) continue;
      const distance = deltaE(wanted.color, hex);
      if (!best || distance < best.deltaE)
        best = { variant: name, place: PLACES[index] ?? '', hex, deltaE: distance, contrast, dark };
    }
  }
  return best;
}
