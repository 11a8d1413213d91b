import type { Manifest } from '@/lib/manifest/schema';
import { isStopWord, words } from '@/lib/utils/words';
import type { SearchText } from '@/types/module';
import { KIND_KEYS, type ModuleKind } from '@/types/module-kind';
import { appsOf } from './facet-terms';

const MOST_README_WORDS = 150;
const MOST_PROVIDED_WORDS = 80;

/** What people call a kind when they look for it. */
const KIND_WORDS: Record<ModuleKind, string> = {
  'shell-plugin': 'shell plugin aliases functions completion',
  prompt: 'shell prompt ps1',
  'editor-config': 'editor config configuration setup',
  'multiplexer-config': 'multiplexer terminal config configuration',
  'git-config': 'git config configuration aliases',
  'color-theme': 'color colour theme colorscheme scheme palette',
  'terminal-config': 'terminal emulator config configuration',
  'wm-config': 'wm window manager desktop tiling config rice',
  'package-list': 'package packages list install setup machine',
  script: 'script command tool',
  'input-config': 'keyboard keys layout remap input config',
  bundle: 'bundle collection setup dotfiles complete',
};

type Listing = { namespace: string; name: string; title: string; summary: string; keywords: string[] };

const distinct = (text: string, most: number) =>
  [...new Set(words(text).filter((word) => !isStopWord(word)))].slice(0, most).join(' ');

/** Names of the commands, aliases, functions and parts that a module brings. */
function providedBy(manifest: Manifest): string[] {
  const fields =
    (manifest as unknown as Record<string, Record<string, unknown> | undefined>)[KIND_KEYS[manifest.kind]] ?? {};
  const named = [
    'aliases',
    'commands',
    'functions',
    'plugins',
    'lsp',
    'segments',
    'layers',
    'components',
    'entries',
    'parts',
  ]
    .flatMap((key) => (Array.isArray(fields[key]) ? (fields[key] as unknown[]) : []))
    .flatMap((value) => {
      if (typeof value === 'string') return [value];
      const { name, source, app } = value as { name?: string; source?: string; app?: string };
      return [name, source, app].filter((text) => text !== undefined);
    });
  const variants = manifest.kind === 'color-theme' ? manifest.colorTheme.variants.map(({ name }) => name) : [];
  return [...(manifest.provides?.commands ?? []), ...(manifest.provides?.aliases ?? []), ...variants, ...named];
}

function appearanceOf(manifest: Manifest): string {
  if (manifest.kind !== 'color-theme') return '';
  return manifest.colorTheme.appearance === 'both' ? 'dark light' : manifest.colorTheme.appearance;
}

/** Markdown without its code and addresses: what is said, not what is quoted. */
const proseOf = (readme: string) =>
  readme
    .slice(0, 20_000)
    .replace(/```[^`]*```/g, ' ')
    .replace(/\]\([^)\s]*\)|<[^<>\s]*>|https?:\/\/\S+/g, ' ');

/** What a module is found by: normalised words by where they stand, because a word in the name says more than one in the README. */
export function searchText(manifest: Manifest, listing: Listing, readme: string | null): SearchText {
  const shells =
    manifest.kind === 'shell-plugin'
      ? manifest.shellPlugin.shells
      : manifest.kind === 'prompt'
        ? manifest.prompt.shells
        : [];
  return {
    name: words(listing.name).join(' '),
    title: distinct(listing.title, 20),
    owner: words(listing.namespace).join(' '),
    tags: distinct([...listing.keywords, appearanceOf(manifest), ...shells].join(' '), 40),
    provides: distinct([...appsOf(manifest), ...providedBy(manifest)].join(' '), MOST_PROVIDED_WORDS),
    kind: KIND_WORDS[manifest.kind],
    summary: distinct(listing.summary, 40),
    readme: distinct(proseOf(readme ?? ''), MOST_README_WORDS),
  };
}
