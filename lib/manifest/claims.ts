import type { Manifest } from '@/lib/manifest/schema';
import { keyChords } from '@/lib/utils/key-chords';

const MOST_CLAIMS = 400;

export const CLAIM_KINDS = ['dest', 'alias', 'keys', 'command'] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** The first segment of a destination where XDG variables are not set: `{config}/x` and `{home}/.config/x` are one place. */
const ROOTS: Record<string, string> = {
  '{home}': '~',
  '{config}': '~/.config',
  '{data}': '~/.local/share',
  '{state}': '~/.local/state',
  '{cache}': '~/.cache',
  '{bin}': '~/.local/bin',
};

/** A destination as one path below the home directory: `{config}/kitty/kitty.conf` is `~/.config/kitty/kitty.conf`. */
export const homeDest = (dest: string): string => dest.replace(/^\{[a-z]+\}/, (root) => ROOTS[root] ?? root);

/** What POSIX shells read, these read too. */
const POSIX = ['sh', 'bash', 'zsh'];
export const SHELL_PROGRAMS = [...POSIX, 'fish', 'nu', 'pwsh'];
/** Programs of macOS that take keys from everybody else: two of them get in each other's way. */
const ON_MACOS = new Set(['aerospace', 'yabai', 'skhd', 'karabiner']);

const shellsOf = (shells: readonly string[]) => [
  ...new Set(shells.flatMap((shell) => (shell === 'posix' ? POSIX : [shell]))),
];

type Field = { keys: string; mode?: string };
/** Where the names and keys of a module apply, and what its keys begin with. */
type Reach = { programs: string[]; lead?: { keys: string; name: 'prefix' | 'leader' } | undefined; bindings: Field[] };

function reachOf(manifest: Manifest): Reach {
  switch (manifest.kind) {
    case 'shell-plugin':
      return { programs: shellsOf(manifest.shellPlugin.shells), bindings: manifest.shellPlugin.keybindings ?? [] };
    case 'prompt':
      return { programs: shellsOf(manifest.prompt.shells), bindings: [] };
    case 'editor-config': {
      const { editor, leader, keymaps = [] } = manifest.editorConfig;
      return { programs: [editor], lead: leader ? { keys: leader, name: 'leader' } : undefined, bindings: keymaps };
    }
    case 'multiplexer-config': {
      const { multiplexer, prefix, keybindings = [] } = manifest.multiplexerConfig;
      return {
        programs: [multiplexer],
        lead: prefix ? { keys: prefix, name: 'prefix' } : undefined,
        bindings: keybindings,
      };
    }
    case 'terminal-config':
      return { programs: [manifest.terminalConfig.terminal], bindings: manifest.terminalConfig.keybindings ?? [] };
    case 'wm-config':
      return { programs: [onMacos(manifest.wmConfig.wm)], bindings: manifest.wmConfig.keybindings ?? [] };
    case 'input-config':
      return { programs: [onMacos(manifest.inputConfig.engine)], bindings: [] };
    case 'git-config':
      return { programs: ['git'], bindings: [] };
    default:
      return { programs: [], bindings: [] };
  }
}

const onMacos = (program: string) => (ON_MACOS.has(program) ? 'macos' : program);

/** Modes by the letter that vim gives them; a binding without a mode is one of normal mode. */
const MODE_LETTERS: Record<string, string> = {
  normal: 'n',
  insert: 'i',
  visual: 'v',
  select: 'v',
  command: 'c',
  terminal: 't',
};
const MODAL = new Set(['vim', 'neovim', 'helix']);

function modesOf(mode: string | undefined, program: string): string[] {
  if (!MODAL.has(program)) return [''];
  const named = (mode ?? 'n').toLowerCase().split(/[\s,/]+/);
  const letters = named.flatMap((name) => MODE_LETTERS[name] ?? (/^[nivxsoct]{1,4}$/.test(name) ? [...name] : [name]));
  return letters.filter(Boolean).map((letter) => (letter === 'x' || letter === 's' ? '/v' : `/${letter}`));
}

function keyClaims({ programs, lead }: Reach, { keys, mode }: Field): string[] {
  return programs.flatMap((program) =>
    keyChords(keys, program, lead).flatMap((chord) =>
      modesOf(mode, program).map((suffix) => `keys:${program}${suffix} ${chord}`),
    ),
  );
}

function aliasesOf(manifest: Manifest): string[] {
  const own =
    manifest.kind === 'shell-plugin'
      ? manifest.shellPlugin.aliases
      : manifest.kind === 'git-config'
        ? manifest.gitConfig.aliases
        : [];
  return [...(own ?? []).map(({ name }) => name), ...(manifest.provides?.aliases ?? [])];
}

function commandsOf(manifest: Manifest): string[] {
  const own =
    manifest.kind === 'shell-plugin'
      ? manifest.shellPlugin.functions
      : manifest.kind === 'script'
        ? manifest.script.commands.map(({ name }) => name)
        : [];
  return [...(own ?? []), ...(manifest.provides?.commands ?? [])];
}

/**
 * What installing a module occupies: each destination that it owns, and each alias, command and key binding that it brings,
 * with the program in which it applies: `dest:~/.zshrc`, `alias:zsh gs`, `alias:git st`, `command:mkcd`, `keys:tmux prefix |`.
 * A block and a line share their file with others, so they claim nothing.
 */
export function claimsOf(manifest: Manifest): string[] {
  const claims = new Set<string>();
  for (const file of manifest.files)
    if (file.mode !== 'block' && file.mode !== 'source-line') claims.add(`dest:${homeDest(file.dest)}`);
  const reach = reachOf(manifest);
  const aliasPrograms = reach.programs.length > 0 ? reach.programs : SHELL_PROGRAMS;
  for (const command of commandsOf(manifest)) claims.add(`command:${command}`);
  for (const alias of aliasesOf(manifest)) for (const program of aliasPrograms) claims.add(`alias:${program} ${alias}`);
  // What the kind lists names its modes; the general list is for what the kind has no place for.
  const bindings: Field[] = reach.bindings.length > 0 ? reach.bindings : (manifest.provides?.keybindings ?? []);
  for (const binding of bindings) for (const claim of keyClaims(reach, binding)) claims.add(claim);
  return [...claims].slice(0, MOST_CLAIMS);
}

export type Claim = { kind: ClaimKind; program: string; what: string };

/** Takes a claim apart again. */
export function readClaim(claim: string): Claim {
  const colon = claim.indexOf(':');
  const kind = claim.slice(0, colon) as ClaimKind;
  const rest = claim.slice(colon + 1);
  const space = kind === 'alias' || kind === 'keys' ? rest.indexOf(' ') : -1;
  return { kind, program: space < 0 ? '' : rest.slice(0, space), what: rest.slice(space + 1) };
}

/** Modules that this one needs: its dependencies, and the members of a bundle. */
export function dependsOn(manifest: Manifest): string[] {
  const members = manifest.kind === 'bundle' ? manifest.bundle.modules.map(({ ref }) => ref) : [];
  return [...new Set([...Object.keys(manifest.dependencies ?? {}), ...members])];
}
