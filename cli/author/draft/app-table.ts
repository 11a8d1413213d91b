import type { ModuleKind } from '@/types/module-kind';

/** One program's configuration: how its main file is known and where it goes. */
export type App = {
  kind: ModuleKind;
  fields: Record<string, unknown>;
  /** Matches the path of the main file. */
  main: RegExp;
  /** Where several programs use one name, what the text must say. */
  says?: RegExp;
  weight: number;
  /** Where the main file's folder goes, or with `single` the main file itself, by a name of its own. */
  dest: string;
  single?: boolean;
  executable?: boolean;
  os?: 'macos' | 'linux';
  command?: string;
};

const editor = (editorName: string, role = 'config') => ({ editor: editorName, role });
const multiplexer = (name: string, role = 'config') => ({ multiplexer: name, role });

// biome-ignore format: a table, read by rows
export const APPS: readonly App[] = [
  { kind: 'multiplexer-config', fields: multiplexer('tmux'), main: /(?:^|\/)\.?tmux\.conf$/, weight: 10, dest: '{config}/tmux/tmux.conf', single: true, command: 'tmux' },
  { kind: 'multiplexer-config', fields: multiplexer('tmux', 'plugin'), main: /\.tmux$/, weight: 10, dest: '{config}/tmux/plugins/{name}', command: 'tmux' },
  { kind: 'multiplexer-config', fields: multiplexer('zellij'), main: /(?:^|\/)config\.kdl$/, says: /keybinds|default_layout|pane_frames|default_mode/, weight: 9, dest: '{config}/zellij', command: 'zellij' },
  { kind: 'multiplexer-config', fields: multiplexer('zellij', 'layout'), main: /\.kdl$/, says: /^layout\s*\{/m, weight: 7, dest: '{config}/zellij/layouts', command: 'zellij' },
  { kind: 'multiplexer-config', fields: multiplexer('screen'), main: /(?:^|\/)\.?screenrc$/, weight: 10, dest: '{home}/.screenrc', single: true, command: 'screen' },
  { kind: 'editor-config', fields: editor('neovim'), main: /(?:^|\/)init\.(?:lua|vim)$/, says: /\bvim\.|^(?:let|set)\b/m, weight: 10, dest: '{config}/nvim', command: 'nvim' },
  { kind: 'editor-config', fields: editor('vim'), main: /(?:^|\/)[._]?vimrc$/, weight: 10, dest: '{home}/.vimrc', single: true, command: 'vim' },
  { kind: 'editor-config', fields: editor('helix'), main: /(?:^|\/)config\.toml$/, says: /^\[(?:editor|keys)\b/m, weight: 9, dest: '{config}/helix', command: 'hx' },
  { kind: 'editor-config', fields: editor('emacs'), main: /(?:^|\/)init\.el$/, weight: 10, dest: '{config}/emacs', command: 'emacs' },
  { kind: 'editor-config', fields: editor('emacs'), main: /(?:^|\/)\.emacs$/, weight: 10, dest: '{home}/.emacs', single: true, command: 'emacs' },
  { kind: 'editor-config', fields: editor('zed'), main: /(?:^|\/)settings\.json$/, says: /"(?:vim_mode|ui_font_size|buffer_font_size|assistant|telemetry)"/, weight: 8, dest: '{config}/zed', command: 'zed' },
  { kind: 'editor-config', fields: editor('vscode'), main: /(?:^|\/)settings\.json$/, says: /"(?:editor|workbench|files)\./, weight: 8, dest: '{config}/Code/User', command: 'code' },
  { kind: 'editor-config', fields: editor('vscode', 'snippets'), main: /\.code-snippets$|(?:^|\/)snippets\/[^/]+\.json$/, says: /"prefix"/, weight: 7, dest: '{config}/Code/User/snippets', command: 'code' },
  { kind: 'terminal-config', fields: { terminal: 'alacritty' }, main: /(?:^|\/)alacritty\.(?:toml|ya?ml)$/, weight: 10, dest: '{config}/alacritty', command: 'alacritty' },
  { kind: 'terminal-config', fields: { terminal: 'kitty' }, main: /(?:^|\/)kitty\.conf$/, weight: 10, dest: '{config}/kitty', command: 'kitty' },
  { kind: 'terminal-config', fields: { terminal: 'wezterm' }, main: /(?:^|\/)\.?wezterm\.lua$/, weight: 10, dest: '{config}/wezterm', command: 'wezterm' },
  { kind: 'terminal-config', fields: { terminal: 'ghostty' }, main: /(?:^|\/)ghostty\/config$|(?:^|\/)config\.ghostty$/, weight: 10, dest: '{config}/ghostty', command: 'ghostty' },
  { kind: 'terminal-config', fields: { terminal: 'foot' }, main: /(?:^|\/)foot\.ini$/, weight: 10, dest: '{config}/foot', os: 'linux', command: 'foot' },
  { kind: 'wm-config', fields: { wm: 'hyprland', session: 'wayland' }, main: /(?:^|\/)hyprland\.conf$/, weight: 10, dest: '{config}/hypr', os: 'linux' },
  { kind: 'wm-config', fields: { wm: 'sway', session: 'wayland' }, main: /(?:^|\/)sway\/config$|(?:^|\/)config$/, says: /\bswaymsg\b|^(?:output|input|seat) /m, weight: 9, dest: '{config}/sway', os: 'linux', command: 'sway' },
  { kind: 'wm-config', fields: { wm: 'i3', session: 'x11' }, main: /(?:^|\/)config$/, says: /^bindsym [\s\S]*\bi3-(?:msg|sensible|nagbar)|^# i3 /m, weight: 9, dest: '{config}/i3', os: 'linux', command: 'i3' },
  { kind: 'wm-config', fields: { wm: 'bspwm', session: 'x11' }, main: /(?:^|\/)bspwmrc$/, weight: 10, dest: '{config}/bspwm', executable: true, os: 'linux', command: 'bspwm' },
  { kind: 'wm-config', fields: { wm: 'niri', session: 'wayland' }, main: /(?:^|\/)config\.kdl$/, says: /^binds\s*\{/m, weight: 10, dest: '{config}/niri', os: 'linux', command: 'niri' },
  { kind: 'wm-config', fields: { wm: 'river', session: 'wayland' }, main: /(?:^|\/)river\/init$|(?:^|\/)init$/, says: /\briverctl\b/, weight: 10, dest: '{config}/river', executable: true, os: 'linux', command: 'river' },
  { kind: 'wm-config', fields: { wm: 'awesome', session: 'x11' }, main: /(?:^|\/)rc\.lua$/, weight: 10, dest: '{config}/awesome', os: 'linux', command: 'awesome' },
  { kind: 'wm-config', fields: { wm: 'yabai', session: 'quartz' }, main: /(?:^|\/)\.?yabairc$/, weight: 10, dest: '{config}/yabai/yabairc', single: true, executable: true, os: 'macos', command: 'yabai' },
  { kind: 'wm-config', fields: { wm: 'aerospace', session: 'quartz' }, main: /(?:^|\/)\.?aerospace\.toml$/, weight: 10, dest: '{config}/aerospace/aerospace.toml', single: true, os: 'macos' },
  { kind: 'input-config', fields: { engine: 'karabiner' }, main: /(?:^|\/)karabiner\.json$/, weight: 10, dest: '{config}/karabiner', os: 'macos' },
  { kind: 'input-config', fields: { engine: 'kanata' }, main: /\.kbd$/, weight: 10, dest: '{config}/kanata', command: 'kanata' },
  { kind: 'input-config', fields: { engine: 'keyd', needsRoot: true }, main: /\.conf$/, says: /^\[ids\]/m, weight: 9, dest: '{config}/keyd', os: 'linux', command: 'keyd' },
  { kind: 'input-config', fields: { engine: 'xremap' }, main: /\.ya?ml$/, says: /^(?:keymap|modmap):/m, weight: 8, dest: '{config}/xremap', os: 'linux', command: 'xremap' },
  { kind: 'input-config', fields: { engine: 'skhd' }, main: /(?:^|\/)\.?skhdrc$/, weight: 10, dest: '{config}/skhd/skhdrc', single: true, os: 'macos', command: 'skhd' },
  { kind: 'input-config', fields: { engine: 'qmk' }, main: /(?:^|\/)keymap\.c$/, weight: 9, dest: '{config}/qmk/{name}' },
  { kind: 'prompt', fields: { engine: 'starship', shells: ['zsh', 'bash', 'fish'] }, main: /(?:^|\/)starship\.toml$/, weight: 10, dest: '{config}/starship.toml', single: true, command: 'starship' },
  { kind: 'prompt', fields: { engine: 'oh-my-posh', shells: ['zsh', 'bash', 'fish', 'pwsh'] }, main: /\.omp\.(?:json|toml|ya?ml)$/, weight: 10, dest: '{config}/oh-my-posh', command: 'oh-my-posh' },
  { kind: 'prompt', fields: { engine: 'p10k', shells: ['zsh'] }, main: /(?:^|\/)\.?p10k\.zsh$/, weight: 10, dest: '{home}/.p10k.zsh', single: true, command: 'zsh' },
];
