import type { ManifestInput } from '@/lib/manifest/schema';
import type { ModuleKind } from '@/types/module-kind';

const ANSI = Array.from({ length: 16 }, (_, index) => `#${(index * 0x0f0f0f).toString(16).padStart(6, '0')}`);

const common = {
  schemaVersion: 1 as const,
  name: '@ada/sample',
  version: '1.0.0',
  title: 'Sample',
  summary: 'A module as small as its kind allows.',
  license: 'MIT',
};

type Samples = { [Kind in ModuleKind]: Extract<ManifestInput, { kind: Kind }> };

/** One small valid manifest of each kind; every one installs the file `main.conf` where it writes anything. */
export const SAMPLES: Samples = {
  'shell-plugin': {
    ...common,
    kind: 'shell-plugin',
    files: [{ dest: '{home}/.zshrc', mode: 'source-line', line: 'source "$DOTKIT/main.conf"' }],
    shellPlugin: { shells: ['zsh'], entry: ['main.conf'], loadOrder: 'late' },
  },
  prompt: {
    ...common,
    kind: 'prompt',
    files: [{ src: 'main.conf', dest: '{config}/starship.toml' }],
    prompt: { shells: ['zsh', 'fish'], engine: 'starship', ansiSample: '\u001b[1;32m~/src\u001b[0m $ ' },
  },
  'editor-config': {
    ...common,
    kind: 'editor-config',
    files: [{ src: 'main.conf', dest: '{config}/helix/config.toml' }],
    editorConfig: { editor: 'helix', role: 'config', leader: ' ' },
  },
  'multiplexer-config': {
    ...common,
    kind: 'multiplexer-config',
    files: [{ src: 'main.conf', dest: '{config}/tmux/tmux.conf' }],
    multiplexerConfig: { multiplexer: 'tmux', role: 'config', versionRange: '>=3.3a' },
  },
  'git-config': {
    ...common,
    kind: 'git-config',
    files: [{ src: 'main.conf', dest: '{config}/git/aliases' }],
    gitConfig: { parts: ['aliases'], aliases: [{ name: 'st', command: 'status --short' }] },
  },
  'color-theme': {
    ...common,
    kind: 'color-theme',
    files: [{ src: 'main.conf', dest: '{config}/kitty/themes/sample.conf' }],
    colorTheme: {
      appearance: 'dark',
      variants: [{ name: 'Night', palette: { background: '#101010', foreground: '#e0e0e0', ansi: ANSI } }],
    },
  },
  'terminal-config': {
    ...common,
    kind: 'terminal-config',
    files: [{ src: 'main.conf', dest: '{config}/kitty/kitty.conf' }],
    terminalConfig: { terminal: 'kitty', opacity: 0.9 },
  },
  'wm-config': {
    ...common,
    kind: 'wm-config',
    files: [{ src: 'main.conf', dest: '{config}/sway/config' }],
    wmConfig: { wm: 'sway', session: 'wayland' },
  },
  'package-list': {
    ...common,
    kind: 'package-list',
    files: [],
    packageList: { manager: 'brew', entries: [{ name: 'ripgrep' }, { name: 'homebrew/cask/firefox', type: 'cask' }] },
  },
  script: {
    ...common,
    kind: 'script',
    files: [{ src: 'main.conf', dest: '{bin}/sample' }],
    script: { interpreter: 'sh', commands: [{ name: 'sample', path: 'main.conf' }] },
  },
  'input-config': {
    ...common,
    kind: 'input-config',
    files: [{ src: 'main.conf', dest: '{config}/kanata/kanata.kbd' }],
    inputConfig: { engine: 'kanata', layers: ['base'] },
  },
  bundle: {
    ...common,
    kind: 'bundle',
    files: [],
    bundle: { modules: [{ ref: '@ada/other', range: '^1.0.0' }] },
  },
};

export const manifestBytes = (manifest: unknown): Buffer => Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
