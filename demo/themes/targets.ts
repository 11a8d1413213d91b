import type { Variant } from './palette';
import { helix, xresources, zellij } from './render-editor';
import { alacritty, foot, ghostty, kitty, wezterm } from './render-terminal';

type Target = {
  folder: string;
  extension: string;
  dest: string;
  use: (slug: string) => string;
  render: (variant: Variant) => string;
};

/** Where each application looks for a theme, and how one is switched on there. */
export const TARGETS = {
  kitty: {
    folder: 'kitty',
    extension: '.conf',
    dest: '{config}/kitty/themes',
    use: (slug) => `include themes/${slug}.conf`,
    render: kitty,
  },
  alacritty: {
    folder: 'alacritty',
    extension: '.toml',
    dest: '{config}/alacritty/themes',
    use: (slug) => `import = ["~/.config/alacritty/themes/${slug}.toml"]`,
    render: alacritty,
  },
  ghostty: {
    folder: 'ghostty',
    extension: '',
    dest: '{config}/ghostty/themes',
    use: (slug) => `theme = ${slug}`,
    render: ghostty,
  },
  foot: {
    folder: 'foot',
    extension: '.ini',
    dest: '{config}/foot/themes',
    use: (slug) => `include=~/.config/foot/themes/${slug}.ini`,
    render: foot,
  },
  wezterm: {
    folder: 'wezterm',
    extension: '.toml',
    dest: '{config}/wezterm/colors',
    use: (slug) => `config.color_scheme = '${slug}'`,
    render: wezterm,
  },
  helix: {
    folder: 'helix',
    extension: '.toml',
    dest: '{config}/helix/themes',
    use: (slug) => `theme = "${slug}"`,
    render: helix,
  },
  zellij: {
    folder: 'zellij',
    extension: '.kdl',
    dest: '{config}/zellij/themes',
    use: (slug) => `theme "${slug}"`,
    render: zellij,
  },
  xresources: {
    folder: 'xresources',
    extension: '.Xresources',
    dest: '{config}/xresources',
    use: (slug) => `#include ".config/xresources/${slug}.Xresources"`,
    render: xresources,
  },
} as const satisfies Record<string, Target>;

export type TargetName = keyof typeof TARGETS;
