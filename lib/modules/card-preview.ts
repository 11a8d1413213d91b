import type { Manifest } from '@/lib/manifest/schema';
import type { CardPreview, Palette } from '@/types/module';

const MOST_ROWS = 4;
const MOST_CHIPS = 8;

const keys = (rows: { keys: string; does: string }[] | undefined): CardPreview | null =>
  rows && rows.length > 0 ? { shape: 'keys', rows: rows.slice(0, MOST_ROWS) } : null;

const lines = (rows: { left: string; right: string }[]): CardPreview | null =>
  rows.length > 0 ? { shape: 'lines', rows: rows.slice(0, MOST_ROWS) } : null;

const chips = (label: string, items: string[]): CardPreview => ({
  shape: 'chips',
  label,
  items: items.slice(0, MOST_CHIPS),
  more: Math.max(0, items.length - MOST_CHIPS),
});

/** Without anything of its own to show, a module shows what it writes. */
const written = (manifest: Manifest): CardPreview =>
  lines(manifest.files.map((file) => ({ left: file.mode ?? 'copy', right: file.dest }))) ??
  chips('writes', ['nothing']);

/** What the author shows of it in a terminal; themes and bundles are pictured by what they are. */
function shown({ kind, preview }: Manifest): CardPreview | null {
  const isPictured = kind === 'color-theme' || kind === 'bundle';
  return preview?.ansi?.trim() && !isPictured ? { shape: 'ansi', ansi: preview.ansi } : null;
}

/** The picture of a module: the thing itself, small enough for a card. */
export function cardPreview(manifest: Manifest): CardPreview {
  return (
    (manifest.kind === 'prompt' ? ownPreview(manifest) : null) ??
    shown(manifest) ??
    ownPreview(manifest) ??
    written(manifest)
  );
}

function ownPreview(manifest: Manifest): CardPreview | null {
  switch (manifest.kind) {
    case 'color-theme': {
      const first = manifest.colorTheme.variants[0];
      return first
        ? {
            shape: 'palette',
            variant: first.name,
            palette: first.palette as Palette,
            variants: manifest.colorTheme.variants.length,
          }
        : null;
    }
    case 'prompt':
      return manifest.prompt.ansiSample ? { shape: 'ansi', ansi: manifest.prompt.ansiSample } : null;
    case 'shell-plugin':
      return (
        lines((manifest.shellPlugin.aliases ?? []).map((alias) => ({ left: alias.name, right: alias.expansion }))) ??
        keys(manifest.shellPlugin.keybindings) ??
        lines((manifest.shellPlugin.functions ?? []).map((name) => ({ left: name, right: 'function' })))
      );
    case 'git-config':
      return lines(
        (manifest.gitConfig.aliases ?? []).map((alias) => ({ left: `git ${alias.name}`, right: alias.command })),
      );
    case 'editor-config':
      return (
        keys(manifest.editorConfig.keymaps) ??
        (manifest.editorConfig.plugins
          ? chips(
              'plugins',
              manifest.editorConfig.plugins.map((plugin) => plugin.source),
            )
          : null)
      );
    case 'multiplexer-config':
      return keys(manifest.multiplexerConfig.keybindings);
    case 'terminal-config':
      return keys(manifest.terminalConfig.keybindings);
    case 'wm-config':
      return (
        keys(manifest.wmConfig.keybindings) ??
        (manifest.wmConfig.components
          ? chips(
              'parts',
              manifest.wmConfig.components.map((part) => part.app),
            )
          : null)
      );
    case 'package-list':
      return chips(
        manifest.packageList.manager,
        manifest.packageList.entries.map((entry) => entry.name),
      );
    case 'script':
      return lines(
        manifest.script.commands.map((command) => ({
          left: command.name,
          right: command.summary ?? command.usage ?? command.path,
        })),
      );
    case 'input-config':
      return (
        keys(manifest.provides?.keybindings) ??
        (manifest.inputConfig.layers ? chips('layers', manifest.inputConfig.layers) : null)
      );
    case 'bundle':
      return chips(
        'modules',
        manifest.bundle.modules.map((member) => member.ref),
      );
  }
}
