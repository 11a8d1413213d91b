import type { Manifest } from '@/lib/manifest/schema';
import { contrastRatio } from '@/lib/utils/contrast';
import type { ThemeColors } from '@/types/module';

/** What a theme is found by; null for every other kind. */
export function themeColors(manifest: Manifest): ThemeColors | null {
  const palette = manifest.kind === 'color-theme' ? manifest.colorTheme.variants[0]?.palette : undefined;
  if (!palette) return null;
  return { hue: null, contrast: contrastRatio(palette.foreground, palette.background), cells: [] };
}
