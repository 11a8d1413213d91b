import { packageFile, packageJson } from '../packages/installed';
import type { ModuleFile } from '../source';
import { base16, catppuccin, nord, snazzy } from './ported-palettes';
import { TARGETS, type TargetName } from './targets';
import type { Theme } from './theme';

const EVERYWHERE = Object.keys(TARGETS) as TargetName[];

/** The licence text of the package travels with its colours. */
const licensed = (name: string, path: string) => () =>
  new Map<string, ModuleFile>([['LICENSE', packageFile(name, path)]]);

/** Themes whose colours are read from installed packages; versions follow the package. */
export const PORTED_THEMES: readonly Theme[] = [
  {
    namespace: 'palettist',
    name: 'catppuccin',
    title: 'Catppuccin',
    summary: 'The four flavours of Catppuccin for eight applications, generated from the official palette package.',
    story: `All four flavours of [Catppuccin](https://catppuccin.com), taken from the official \`@catppuccin/palette\` package and written for eight
applications at once: Latte, Frappé, Macchiato and Mocha have the same names everywhere.

This is a port; the palette is the work of the Catppuccin organisation, under the MIT licence that lies in the archive.`,
    license: packageJson('@catppuccin/palette').license,
    keywords: ['pastel', 'catppuccin', 'day-and-night', 'port'],
    portOf: 'Catppuccin',
    homepage: 'https://catppuccin.com',
    variants: () => catppuccin().toReversed(),
    extra: licensed('@catppuccin/palette', 'LICENSE'),
    releases: [
      {
        version: packageJson('@catppuccin/palette').version,
        targets: EVERYWHERE,
        notes: ['The ANSI colours of the palette package, bright ones included.'],
      },
    ],
  },
  {
    namespace: 'palettist',
    name: 'nord-arctic',
    title: 'Nord',
    summary: 'The arctic palette of Nord for eight applications, read from its original Sass source.',
    story: `Polar night, snow storm, frost and aurora: the sixteen colours of [Nord](https://www.nordtheme.com), read from the Sass source of the package and
mapped to ANSI colours the way Nord's own terminal ports do it.

This is a port. Code of the package is under Apache-2.0, its artwork under CC-BY-SA-4.0; the text of the licence lies in the archive.`,
    license: packageJson('nord').license,
    keywords: ['arctic', 'blue', 'nord', 'port'],
    portOf: 'Nord',
    homepage: 'https://www.nordtheme.com',
    variants: nord,
    extra: licensed('nord', 'LICENSE.md'),
    releases: [
      { version: packageJson('nord').version, targets: EVERYWHERE, notes: ['The palette as it was first published.'] },
    ],
  },
  {
    namespace: 'palettist',
    name: 'snazzy',
    title: 'Snazzy',
    summary: 'The bright colours of Hyper Snazzy, outside of Hyper.',
    story: `Bright, friendly and a little loud. These are the colours of \`hyper-snazzy\`, computed by calling the package's own configuration hook, and written for
terminals and editors that never heard of Hyper. It is at its best with the prompt \`@inkfish/pure\`.

This is a port of work under the MIT licence; its text lies in the archive.`,
    license: packageJson('hyper-snazzy').license,
    keywords: ['bright', 'hyper', 'port'],
    portOf: 'Hyper Snazzy',
    variants: snazzy,
    extra: licensed('hyper-snazzy', 'license'),
    releases: [
      {
        version: packageJson('hyper-snazzy').version,
        targets: EVERYWHERE,
        notes: ['The colours of the package of the same version.'],
      },
    ],
  },
  {
    namespace: 'palettist',
    name: 'base16-classics',
    title: 'Base16 Classics',
    summary: 'Eighties, Ocean, Tomorrow and Default of the base16 collection, dark and light.',
    story: `Four schemes by Chris Kempson that many newer themes descend from: **Eighties**, **Ocean**, **Tomorrow** and **Default**, each dark and light, from the
scheme files of \`base16-builder\`.

Some light variants were made before contrast was measured; the tables below say how they do. The collection is under the MIT licence, whose text lies in the archive.`,
    license: packageJson('base16-builder').license,
    keywords: ['base16', 'classic', 'day-and-night', 'port'],
    portOf: 'Base16 by Chris Kempson',
    variants: () => ['eighties', 'ocean', 'tomorrow', 'default'].flatMap((scheme) => base16(scheme)),
    extra: licensed('base16-builder', 'licence.md'),
    releases: [
      { version: '1.3.0', targets: EVERYWHERE, notes: ['WezTerm, Helix and Zellij.', 'Default, dark and light.'] },
      {
        version: '1.2.0',
        targets: ['kitty', 'alacritty', 'foot', 'xresources'],
        variants: ['eighties', 'ocean', 'tomorrow'].flatMap((scheme) => [
          `base16-${scheme}-dark`,
          `base16-${scheme}-light`,
        ]),
        notes: ['Eighties, Ocean and Tomorrow.'],
      },
    ],
  },
  {
    namespace: 'palettist',
    name: 'solarized-base16',
    title: 'Solarized',
    summary: 'Solarized, dark and light, in the base16 edition.',
    story: `The palette that made people talk about palettes: the same accents on a dark and on a light ground, chosen by measured lightness. This is the base16
edition by way of \`base16-builder\`, with body text one step stronger than the original, which keeps it readable.

Palette by Ethan Schoonover. The collection is under the MIT licence, whose text lies in the archive.`,
    license: packageJson('base16-builder').license,
    keywords: ['solarized', 'classic', 'day-and-night', 'port'],
    portOf: 'Solarized by Ethan Schoonover',
    variants: () => base16('solarized', { dark: '05', light: '02' }),
    extra: licensed('base16-builder', 'licence.md'),
    releases: [{ version: '1.3.0', targets: EVERYWHERE, notes: ['Dark and light.'] }],
  },
];
