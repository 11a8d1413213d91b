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
