/** Every kind of module, in the order in which the site lists them. Adding one starts here. */
export const MODULE_KINDS = [
  'shell-plugin',
  'prompt',
  'editor-config',
  'multiplexer-config',
  'git-config',
  'color-theme',
  'terminal-config',
  'wm-config',
  'package-list',
  'script',
  'input-config',
  'bundle',
] as const;

export type ModuleKind = (typeof MODULE_KINDS)[number];

/** The manifest key, and the document field, that holds the fields of one kind. */
export const KIND_KEYS = {
  'shell-plugin': 'shellPlugin',
  prompt: 'prompt',
  'editor-config': 'editorConfig',
  'multiplexer-config': 'multiplexerConfig',
  'git-config': 'gitConfig',
  'color-theme': 'colorTheme',
  'terminal-config': 'terminalConfig',
  'wm-config': 'wmConfig',
  'package-list': 'packageList',
  script: 'script',
  'input-config': 'inputConfig',
  bundle: 'bundle',
} as const satisfies Record<ModuleKind, string>;

export type KindKey = (typeof KIND_KEYS)[ModuleKind];

export function isModuleKind(value: unknown): value is ModuleKind {
  return typeof value === 'string' && (MODULE_KINDS as readonly string[]).includes(value);
}
