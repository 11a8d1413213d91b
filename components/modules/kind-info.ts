import type { ModuleKind } from '@/types/module-kind';

export type KindInfo = { sigil: string; label: string; plural: string; does: string };

/** How each kind is named and signed. A sigil is two characters that people who write configs have typed a thousand times. */
export const KIND_INFO = {
  'shell-plugin': { sigil: '$_', label: 'Shell plugin', plural: 'Shell plugins', does: 'Aliases, functions and hooks' },
  prompt: { sigil: '>_', label: 'Prompt', plural: 'Prompts', does: 'The line you look at all day' },
  'editor-config': {
    sigil: ':e',
    label: 'Editor config',
    plural: 'Editor configs',
    does: 'Neovim, Vim, Helix, Emacs, Zed',
  },
  'multiplexer-config': { sigil: '|-', label: 'Multiplexer', plural: 'Multiplexers', does: 'tmux, Zellij, screen' },
  'git-config': { sigil: '+-', label: 'Git config', plural: 'Git configs', does: 'Aliases, ignores, hooks' },
  'color-theme': { sigil: '##', label: 'Colour theme', plural: 'Colour themes', does: 'Palettes that cannot run code' },
  'terminal-config': {
    sigil: '[]',
    label: 'Terminal config',
    plural: 'Terminal configs',
    does: 'Alacritty, kitty, WezTerm, foot',
  },
  'wm-config': { sigil: '::', label: 'Window manager', plural: 'Window managers', does: 'Hyprland, Sway, i3, niri' },
  'package-list': { sigil: '@=', label: 'Package list', plural: 'Package lists', does: 'Shown to you, never run' },
  script: { sigil: '#!', label: 'Script', plural: 'Scripts', does: 'Commands placed on your path' },
  'input-config': { sigil: '^K', label: 'Input config', plural: 'Input configs', does: 'Keyboards, layers, remaps' },
  bundle: { sigil: '{}', label: 'Bundle', plural: 'Bundles', does: 'Modules that belong together' },
} as const satisfies Record<ModuleKind, KindInfo>;
