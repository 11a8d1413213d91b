import type { OptionDefinition } from './definition';

/** Understood by every command, before its name and after it. */
export const COMMON_OPTIONS: readonly OptionDefinition[] = [
  { flags: '--json', description: 'print one JSON document instead of text' },
  { flags: '--dry-run', description: 'show what would change and change nothing (exit code 2 if something would)' },
  { flags: '-y, --yes', description: 'answer every question with yes' },
  { flags: '--force', description: 'go on where dotkit would stop to protect something; what is replaced is kept' },
  { flags: '--allow-scripts', description: 'run the scripts that a module brings along; otherwise none ever runs' },
  { flags: '--allow-sensitive', description: 'with --yes: agree to destinations that start programs by themselves' },
  { flags: '--registry <url>', description: 'the registry to talk to (DOTKIT_REGISTRY)' },
  { flags: '--token <token>', description: 'the API token to use (DOTKIT_TOKEN)' },
  { flags: '--root <dir>', description: 'the home directory to work in (default: your own)' },
  { flags: '--no-color', description: 'no colours (NO_COLOR)' },
];

/** Exit codes, as the help and the manual list them. */
export const EXIT_CODES: readonly (readonly [code: number, meaning: string])[] = [
  [0, 'done'],
  [1, 'failed, or something is not as it should be'],
  [2, 'with --dry-run: something would change'],
  [3, 'a conflict; nothing was overwritten'],
  [4, 'what arrived is not what was promised'],
  [5, 'does not fit this machine, or nothing fits together'],
  [6, 'the version was yanked or revoked'],
  [64, 'the command line is not understood'],
];

export const VARIABLES: readonly (readonly [names: string, meaning: string])[] = [
  ['DOTKIT_REGISTRY', 'the registry, unless --registry names one'],
  ['DOTKIT_TOKEN', 'the API token, unless --token gives one'],
  ['NO_COLOR, FORCE_COLOR', 'never, or always, colours'],
  ['DOTKIT_DEBUG', 'with 1: where a failure inside dotkit came from'],
  ['XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_STATE_HOME, XDG_CACHE_HOME', 'where those folders are, if absolute'],
];

export const FILES: readonly (readonly [path: string, meaning: string])[] = [
  ['~/.config/dotkit/config.json', 'the registry, and minimumReleaseAge in hours'],
  ['~/.config/dotkit/dotkit.lock.json', 'what is installed, exactly; made to be kept with your dotfiles'],
  ['~/.config/dotkit/variables.json', 'your answers to the variables of modules'],
  ['~/.config/dotkit/credentials.json', 'tokens, readable by you alone'],
  ['~/.local/state/dotkit', 'receipts, history and the journal of an open transaction'],
  ['~/.local/share/dotkit', 'contents by their hash: what modules wrote and what they replaced'],
];
