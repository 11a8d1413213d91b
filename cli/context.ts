import type { ExitCode } from './errors';
import type { Home } from './types';
import type { Text } from './ui/text';

/** What every command understands. */
export type CommonOptions = {
  json: boolean;
  dryRun: boolean;
  yes: boolean;
  force: boolean;
  allowScripts: boolean;
  allowSensitive: boolean;
};

/** Where a command's words go: text for people, or one JSON document with `--json`. Notes and warnings go to standard error. */
export type Output = {
  line: (text?: Text) => void;
  note: (text: Text) => void;
  warn: (text: Text) => void;
  /** A transfer's bar; silent where nobody watches. */
  progress: (label: string, totalBytes: number) => { add: (bytes: number) => void; end: () => void };
};

/** Questions. Without a terminal, or with `--yes`, nobody is asked: `confirm` answers as `--yes` says. */
export type Prompts = {
  /** Whether questions can be asked at all. */
  isInteractive: boolean;
  /** Throws `needs_yes` (usage) where nobody can be asked and `--yes` is absent. */
  confirm: (question: Text) => Promise<boolean>;
  text: (question: Text, initial: string) => Promise<string>;
  select: (question: Text, choices: readonly string[], initial: string) => Promise<string>;
};

export type Context = {
  options: CommonOptions;
  /** Address of the registry without a slash at its end. */
  registryUrl: string;
  /** From `--token`, `DOTKIT_TOKEN`, or what `login` kept for this registry. */
  token: string | null;
  home: Home;
  out: Output;
  ask: Prompts;
};

/** How a command ended. `json` is what `--json` prints. */
export type Outcome = { exitCode: ExitCode; json: unknown };

/** One command, loaded when it is called: `args` in order, options beside the common ones by their long names in camelCase. */
export type Command = (context: Context, args: string[], options: Record<string, unknown>) => Promise<Outcome>;
