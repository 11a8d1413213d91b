import { COMMANDS } from '../definitions/commands';
import { COMMON_OPTIONS } from '../definitions/common';
import type { ArgumentDefinition, CommandDefinition, OptionDefinition } from '../definitions/definition';

export type Flag = {
  long: string;
  short: string | null;
  /** What the value is called; null for a switch. */
  value: string | null;
  description: string;
  choices: readonly string[];
  repeated: boolean;
};

/** `-y, --yes` and `--set <key=value>` taken apart. */
export function flagOf({ flags, description, choices = [], repeated }: OptionDefinition): Flag {
  const [, short = null, long = '', value = null] = /^(?:(-\w), )?(--[\w-]+)(?: <([^>]+)>)?$/.exec(flags) ?? [];
  return { long, short, value, description, choices, repeated: repeated === true };
}

const EVERYWHERE: readonly OptionDefinition[] = [
  ...COMMON_OPTIONS,
  { flags: '-h, --help', description: 'show the help of a command' },
  { flags: '-V, --version', description: 'print the version' },
];

export const commonFlags = (): Flag[] => EVERYWHERE.map(flagOf);
export const flagsOf = ({ options = [] }: CommandDefinition): Flag[] => options.map(flagOf);
/** A command's name and the other names that it has. */
export const namesOf = ({ name, aliases = [] }: CommandDefinition): string[] => [name, ...aliases];

/** What the shell offers for a command's arguments; null where only the person knows. */
export function completesOf({ arguments: places = [] }: CommandDefinition): ArgumentDefinition['completes'] | null {
  return places[0]?.completes ?? null;
}

/** Values that are places on the disk. */
export const isFolderValue = ({ value }: Flag): boolean => value === 'dir';
export const isFileValue = ({ value }: Flag): boolean => value === 'file';

/** Prints the installed modules, one on each line, for the scripts; in no help, since people have `list`. */
export const INSTALLED_WORD = 'installed';

export { COMMANDS };
