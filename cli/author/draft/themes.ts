import { contrastRatio } from '@/lib/utils/contrast';

import type { Guesser } from './draft';
import { isAboutProject, nameOf, stemOf } from './folder-view';
import { readPalette } from './palettes';

/** As many as a manifest may hold. */
const MOST_VARIANTS = 64;

const isLight = (background: string): boolean =>
  contrastRatio(background, '#000000') > contrastRatio(background, '#ffffff');

/** `Gruvbox-Dark_hard` reads as “Gruvbox Dark hard”. */
const titleOf = (path: string): string =>
  stemOf(path)
    .replaceAll(/[-_.]+/g, ' ')
    .trim()
    .slice(0, 80) || 'Default';

/** Where a program looks for themes; base16 schemes are read by builders, from a folder of their own. */
const DEST: Record<string, (file: string, name: string) => string> = {
  alacritty: (file) => `{config}/alacritty/themes/${file}`,
  kitty: (file) => `{config}/kitty/themes/${file}`,
  ghostty: (file) => `{config}/ghostty/themes/${file}`,
  foot: (file) => `{config}/foot/themes/${file}`,
  base16: (file, name) => `{data}/base16/${name}/${file}`,
};

/** Colour themes: files that hold sixteen colours and hardly anything else. */
export const guessThemes: Guesser = (view, name) => {
  const settings = view.files.map(({ path }) => path).filter((path) => !isAboutProject(path));
  const themes = settings.flatMap((path) => {
    const found = readPalette(path, view.text(path));
    return found === null ? [] : [{ path, ...found }];
  });
  const [first] = themes;
  if (first === undefined) return [];
  const taken = themes.slice(0, MOST_VARIANTS);
  const light = taken.filter(({ palette }) => isLight(palette.background)).length;
  const byDest = new Map(taken.map((theme) => [DEST[theme.app]?.(nameOf(theme.path), name) ?? '', theme]));
  const draft = {
    fields: {
      appearance: light === 0 ? 'dark' : light === taken.length ? 'light' : 'both',
      variants: taken.map(({ path, palette }) => ({ name: titleOf(path), palette })),
      targets: taken.map(({ path, app }) => ({ app, file: path })),
    },
    files: [...byDest].map(([dest, { path: src }]) => ({ src, dest, mode: 'copy' as const })),
  };
  // A terminal's whole configuration may hold colours too; several themes are never that.
  const weight = themes.length > 1 || /theme|colou?rs?/i.test(first.path) ? 12 : 6;
  return [{ kind: 'color-theme', weight, because: nameOf(first.path), draft }];
};
