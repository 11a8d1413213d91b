import type { ModuleKind } from '@/types/module-kind';
import { between, pick, type Random } from './random';
import { NOUNS, TOPICS } from './words';

const SHELLS = ['zsh', 'bash', 'fish', 'nu', 'pwsh', 'posix'] as const;
const APPS = ['kitty', 'alacritty', 'wezterm', 'ghostty', 'foot', 'neovim', 'tmux', 'fzf', 'bat', 'vscode'] as const;
const hex = (random: Random) => `#${between(random, 0, 0xffffff).toString(16).padStart(6, '0')}`;

function palette(random: Random, dark: boolean) {
  const grey = between(random, 8, 40).toString(16).padStart(2, '0');
  const pale = between(random, 225, 250).toString(16).padStart(2, '0');
  const [low, high] = [`#${grey}${grey}${grey}`, `#${pale}${pale}${pale}`];
  return {
    background: dark ? low : high,
    foreground: dark ? high : low,
    accent: hex(random),
    ansi: Array.from({ length: 16 }, () => hex(random)),
  };
}

const keybindings = (random: Random) =>
  Array.from({ length: between(random, 2, 6) }, () => ({
    keys: `Ctrl+${pick(random, ['a', 'b', 'h', 'j', 'k', 'l', 'p', 'n'])}`,
    does: `Go to ${pick(random, NOUNS)}`,
  }));
const aliases = (random: Random) =>
  Array.from({ length: between(random, 2, 6) }, () => pick(random, TOPICS).slice(0, 3)).map((name) => ({
    name,
    expansion: `${pick(random, TOPICS)} --${pick(random, NOUNS)}`,
  }));

/** The kind's own fields of a synthetic module, in the shapes of the manifest. */
export const KIND_OBJECTS: Record<ModuleKind, (random: Random) => Record<string, unknown>> = {
  'shell-plugin': (random) => ({ shells: [pick(random, SHELLS)], entry: ['init.sh'], aliases: aliases(random) }),
  prompt: (random) => ({
    shells: [pick(random, SHELLS)],
    engine: pick(random, ['native', 'starship', 'pure', 'spaceship']),
    ansiSample: '\u001b[34m~/work\u001b[0m \u001b[32mmain\u001b[0m ❯ ',
  }),
  'editor-config': (random) => ({
    editor: pick(random, ['neovim', 'vim', 'helix', 'emacs', 'zed', 'vscode']),
    role: pick(random, ['config', 'plugin', 'snippets']),
    keymaps: keybindings(random).map((row) => ({ mode: 'n', ...row })),
  }),
  'multiplexer-config': (random) => ({
    multiplexer: pick(random, ['tmux', 'zellij', 'screen']),
    role: 'config',
    keybindings: keybindings(random),
  }),
  'git-config': (random) => ({
    parts: ['aliases'],
    aliases: aliases(random).map(({ name, expansion }) => ({ name, command: expansion })),
  }),
  'color-theme': (random) => {
    const dark = random() < 0.7;
    const targets = [...new Set([pick(random, APPS), pick(random, APPS)])].map((app) => ({ app, file: `${app}.conf` }));
    return {
      appearance: dark ? 'dark' : 'light',
      variants: [{ name: pick(random, NOUNS), palette: palette(random, dark) }],
      targets,
    };
  },
  'terminal-config': (random) => ({
    terminal: pick(random, ['alacritty', 'kitty', 'wezterm', 'ghostty', 'foot']),
    font: { family: 'JetBrains Mono', size: 13 },
    keybindings: keybindings(random),
  }),
  'wm-config': (random) => ({
    wm: pick(random, ['hyprland', 'sway', 'i3', 'bspwm', 'niri', 'river']),
    keybindings: keybindings(random),
  }),
  'package-list': (random) => ({
    manager: pick(random, ['brew', 'apt', 'dnf', 'pacman', 'nix', 'cargo', 'npm']),
    entries: [...new Set(Array.from({ length: 9 }, () => pick(random, TOPICS)))].map((name) => ({ name })),
  }),
  script: (random) => ({
    interpreter: pick(random, ['sh', 'bash', 'python3']),
    commands: [
      { name: pick(random, NOUNS), path: 'bin/run.sh', summary: `Does something with ${pick(random, TOPICS)}` },
    ],
  }),
  'input-config': (random) => ({
    engine: pick(random, ['karabiner', 'kanata', 'keyd', 'xremap', 'qmk']),
    layers: ['base', 'navigation', 'symbols'],
  }),
  bundle: (random) => ({
    modules: Array.from({ length: between(random, 2, 5) }, (_, index) => ({
      ref: `@seed-1/${pick(random, NOUNS)}-${index}`,
      range: '^1.0.0',
    })),
  }),
};
