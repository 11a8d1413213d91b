import type { Manifest } from '@/lib/manifest/schema';
import { cellOf } from '@/lib/utils/color-cells';
import { contrastRatio } from '@/lib/utils/contrast';
import { hueOf } from '@/lib/utils/hue';
import type { Palette, ThemeColors } from '@/types/module';

/** Variants that colour search looks at; a theme with more is a family, and its first ones speak for it. */
const MOST_VARIANTS = 8;

/** Cells of one palette: plain ones for every colour, and marked ones for background, foreground and accent. */
function cellsOf({ background, foreground, accent, ansi }: Palette): string[] {
  const marked = [`b${cellOf(background)}`, `f${cellOf(foreground)}`, ...(accent ? [`a${cellOf(accent)}`] : [])];
  return [...marked, ...marked.map((cell) => cell.slice(1)), ...ansi.map(cellOf)];
}

/** What a theme is found by; null for every other kind. */
export function themeColors(manifest: Manifest): ThemeColors | null {
  if (manifest.kind !== 'color-theme') return null;
  const variants = manifest.colorTheme.variants.slice(0, MOST_VARIANTS) as { name: string; palette: Palette }[];
  const first = variants[0]?.palette;
  if (!first) return null;
  return {
    hue: hueOf(first),
    contrast: contrastRatio(first.foreground, first.background),
    cells: [...new Set(variants.flatMap(({ palette }) => cellsOf(palette)))],
    variants: variants.map(({ name, palette: { background, foreground, accent = '', ansi } }) => ({
      name,
      colors: [background, foreground, accent, ...ansi],
    })),
  };
}
