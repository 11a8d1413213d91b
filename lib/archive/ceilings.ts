import type { Manifest } from '@/lib/manifest/schema';
import { extensionOf } from '@/lib/utils/extension-of';

/**
 * The most that a module may ever do. `data`: nothing in it is run by anything. `code`: it runs inside the shell, the editor or
 * the session that reads it. `placed`: an executable file lands on the disk and waits to be called.
 */
export type Ceiling = 'data' | 'placed' | 'code';

export type KindCeiling = {
  level: Ceiling;
  /** Whether `hooks` may run at install, when the person asks for it. */
  hooks: boolean;
  /** Whether the manifest may ask for programs, network or root. */
  capabilities: boolean;
  /** Extensions that are code elsewhere, and the only way to write this configuration here. */
  allowedExtensions: readonly string[];
  /** Whether a setting that runs a command is above the ceiling; otherwise it is a label. */
  refusesSettings: boolean;
};

const CODE: KindCeiling = {
  level: 'code',
  hooks: true,
  capabilities: true,
  allowedExtensions: [],
  refusesSettings: false,
};
const DATA: KindCeiling = {
  level: 'data',
  hooks: false,
  capabilities: false,
  allowedExtensions: [],
  refusesSettings: false,
};

/** Prompt engines whose presets are settings files. */
const PRESET_ENGINES: readonly string[] = ['starship', 'oh-my-posh'];

/** The ceiling of a module, from its kind and from what its kind object says. */
export function ceilingOf(manifest: Manifest): KindCeiling {
  switch (manifest.kind) {
    case 'shell-plugin':
    case 'editor-config':
    case 'multiplexer-config':
    case 'wm-config':
      return CODE;
    case 'prompt':
      return PRESET_ENGINES.includes(manifest.prompt.engine) ? DATA : CODE;
    case 'git-config':
      return runsGit(manifest.gitConfig) ? CODE : DATA;
    case 'terminal-config':
      return manifest.terminalConfig.terminal === 'wezterm' ? { ...DATA, allowedExtensions: ['lua'] } : DATA;
    case 'input-config':
      return manifest.inputConfig.engine === 'qmk'
        ? { ...DATA, capabilities: true, allowedExtensions: ['c', 'h', 'mk'] }
        : { ...DATA, capabilities: true };
    case 'color-theme':
      return { ...DATA, refusesSettings: true };
    case 'package-list':
      return { ...DATA, capabilities: true };
    case 'bundle':
      return DATA;
    case 'script':
      return { level: 'placed', hooks: false, capabilities: true, allowedExtensions: [], refusesSettings: false };
  }
}

type GitFields = Extract<Manifest, { kind: 'git-config' }>['gitConfig'];

/** Git runs hooks, and aliases that begin with `!`, as programs; both must be declared to be allowed. */
function runsGit({ parts, aliases, hooks }: GitFields): boolean {
  return (
    parts.includes('hooks') ||
    (hooks ?? []).length > 0 ||
    (aliases ?? []).some(({ command }) => command.startsWith('!'))
  );
}

/** Whether a code file of this name is the kind's own way to write its settings. */
export function isAllowedCode(ceiling: KindCeiling, path: string): boolean {
  return ceiling.allowedExtensions.includes(extensionOf(path));
}
