const channelsOf = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = channelsOf(hex).map((channel) => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two `#rrggbb` colours, 1 to 21, after WCAG 2.1's definition of contrast ratio. */
export function contrastRatio(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

/** `share` (0 to 1) of the second colour in the first. */
export function mixColors(a: string, b: string, share: number): string {
  const other = channelsOf(b);
  const mixed = channelsOf(a).map((value, index) => Math.round(value + ((other[index] ?? value) - value) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

const LEGAL = 4.5;

/** `colour`, or the nearest mix of it with white or black that text on `ground` may have (WCAG 2.1 AA, 4.5 to 1). */
export function readableOn(ground: string, colour: string): string {
  const towards = contrastRatio(ground, '#ffffff') > contrastRatio(ground, '#000000') ? '#ffffff' : '#000000';
  let shown = colour;
  for (let share = 0.1; contrastRatio(shown, ground) < LEGAL && share < 1; share += 0.1)
    shown = mixColors(colour, towards, share);
  return shown;
}
