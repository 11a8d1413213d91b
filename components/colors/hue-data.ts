import type { ModuleItemDto, Palette } from '@/types/module';

export type HueTuple = [ref: string, title: string, css: string];
export type HueStripData = { coloured: HueTuple[]; greys: HueTuple[] };

const HEX = /^#[0-9a-f]{6}$/i;

/** Background, accent and the six hues of a terminal: enough to know a theme by, in a hundred bytes. */
function bandsOf({ background, foreground, accent = foreground, ansi }: Palette): string {
  const bands = [background, accent, ...ansi.slice(1, 7)];
  return bands.flatMap((hex, index) => (HEX.test(hex) ? [`--${index}:${hex}`] : [])).join(';');
}

const toTuple = ({ namespace, name, title, palette }: ModuleItemDto): HueTuple[] =>
  palette ? [[`@${namespace}/${name}`, title, bandsOf(palette)]] : [];

export const toHueStrip = ({ coloured, greys }: Record<'coloured' | 'greys', ModuleItemDto[]>): HueStripData => ({
  coloured: coloured.flatMap(toTuple),
  greys: greys.flatMap(toTuple),
});
