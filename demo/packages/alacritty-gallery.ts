import type { Palette } from '@/types/module';
import type { CatalogueEntry } from '../source';
import { ANSI_NAMES, contrast } from '../themes/palette';
import { packageText } from './installed';
import { packageEntry } from './recipe';

const PACKAGE = 'alacritty-themes';
const THEMES = [
  'Dracula', 'Gruvbox-Dark', 'Gruvbox-Light', 'One-Dark', 'One-Light', 'Tokyonight_Night', 'Kanagawa', 'Nightfly',
  'Iceberg-Dark', 'Iceberg-Light', 'Palenight', 'Zenburn',
]; // biome-ignore format: a list of names

const slug = (theme: string) => theme.toLowerCase().replaceAll('_', '-');

/** Reads `[colors.<table>]` of an Alacritty theme: key → #rrggbb. */
function table(text: string, name: string): Map<string, string> {
  const section = text.split(/^\[/m).find((part) => part.startsWith(`colors.${name}]`)) ?? '';
  const rows = section.matchAll(/^(\w+)\s*=\s*['"](?:#|0x)([0-9a-fA-F]{6})['"]/gm);
  return new Map([...rows].map(([, key = '', hex = '']) => [key, `#${hex.toLowerCase()}`]));
}

function paletteOf(theme: string): Palette {
  const text = packageText(PACKAGE, `themes/${theme}.toml`);
  const primary = table(text, 'primary');
  const colors = ['normal', 'bright'].flatMap((name) => {
    const row = table(text, name);
    return ANSI_NAMES.map((color) => row.get(color) ?? '');
  });
  const cursor = table(text, 'cursor').get('cursor');
  const selection = table(text, 'selection').get('background');
  return {
    background: primary.get('background') ?? '',
    foreground: primary.get('foreground') ?? '',
    ...(cursor === undefined ? {} : { cursor }),
    ...(selection === undefined ? {} : { selection }),
    ansi: colors,
  };
}

function patch(): Record<string, unknown> {
  const variants = THEMES.map((theme) => ({ name: theme.replaceAll(/[-_]/g, ' '), palette: paletteOf(theme) }));
  const light = variants.filter(({ palette }) => contrast(palette.background, '#000000') > 10).length;
  return {
    files: THEMES.map((theme) => ({
      src: `themes/${slug(theme)}.toml`,
      dest: `{config}/alacritty/themes/${slug(theme)}.toml`,
      mode: 'copy',
    })),
    colorTheme: {
      appearance: light > 0 ? 'both' : 'dark',
      variants,
      targets: THEMES.map((theme) => ({ app: 'alacritty', file: `themes/${slug(theme)}.toml` })),
    },
  };
}

/** Twelve themes of the collection, as they are; the palettes for the previews are read from the same files. */
export const galleryPackages = (): CatalogueEntry[] => [
  packageEntry('palettist', 'alacritty-gallery', [
    {
      package: PACKAGE,
      files: {
        ...Object.fromEntries(THEMES.map((theme) => [`themes/${slug(theme)}.toml`, `themes/${theme}.toml`])),
        LICENSE: 'LICENSE',
      },
      patch,
    },
  ]),
];
