/** What stands at a place of the command line; `completes` says what the shell may offer there. */
export type ArgumentDefinition = {
  /** `<ref...>` is required, `[ref...]` may be missing, dots take several. */
  usage: string;
  description: string;
  completes?: 'installed' | 'folders' | 'files' | readonly string[];
};

export type OptionDefinition = {
  /** As they are written: `-y, --yes`, `--set <key=value>`. */
  flags: string;
  description: string;
  /** The only values that are taken. */
  choices?: readonly string[];
  /** Given several times, all of them count. */
  repeated?: true;
};

/** One command as a person sees it. Help, completions and the manual are all made from this. */
export type CommandDefinition = {
  name: string;
  aliases?: readonly string[];
  summary: string;
  /** Paragraphs that say more than the summary. */
  more?: readonly string[];
  arguments?: readonly ArgumentDefinition[];
  options?: readonly OptionDefinition[];
  /** A line to type and what it does. */
  examples: readonly (readonly [line: string, does: string])[];
};

export type CommandGroup = { heading: string; commands: readonly CommandDefinition[] };
