import { hueOf } from '@/lib/utils/hue';
import type { ModuleItemDto } from '@/types/module';

export type ThemesByHue = { coloured: ModuleItemDto[]; greys: ModuleItemDto[] };

/** Themes round the colour wheel, red first as a rainbow is read; those without a hue apart, in the order they came. */
export function byHue(themes: ModuleItemDto[]): ThemesByHue {
  const hued = themes.flatMap((theme) => (theme.palette ? [{ theme, hue: hueOf(theme.palette) }] : []));
  const coloured = hued.filter(({ hue }) => hue !== null).sort((one, other) => (one.hue ?? 0) - (other.hue ?? 0));
  return {
    coloured: coloured.map(({ theme }) => theme),
    greys: hued.filter(({ hue }) => hue === null).map(({ theme }) => theme),
  };
}
