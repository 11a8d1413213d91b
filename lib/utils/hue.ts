import { converter } from 'culori';
import type { Palette } from '@/types/module';

/** Below these chromas (OKLCH) an eye calls a colour grey; a background shows its tint sooner, because it fills the screen. */
const COLOURED = 0.04;
const TINTED = 0.02;

const toOklch = converter('oklch');

function hueAndChroma(hex: string): { hue: number; chroma: number } {
  const { h = 0, c = 0 } = toOklch(hex) ?? {};
  return { hue: Math.round(h) % 360, chroma: c };
}

/**
 * The hue of a theme in degrees of OKLCH: of its accent; without a coloured one, of the tint of its background; without a tint,
 * of the most colourful of its terminal colours. Null for a theme without any colour.
 */
export function hueOf({ accent, background, ansi }: Palette): number | null {
  const own = accent === undefined ? null : hueAndChroma(accent);
  if (own && own.chroma >= COLOURED) return own.hue;
  const ground = hueAndChroma(background);
  if (ground.chroma >= TINTED) return ground.hue;
  const [strongest] = ansi.map(hueAndChroma).sort((one, other) => other.chroma - one.chroma);
  return strongest && strongest.chroma >= COLOURED ? strongest.hue : null;
}
