import { Argument, Command, Option } from 'commander';

import { version } from '../package.json';
import { paint } from '../ui/text';
import { COMMAND_GROUPS } from './definitions/commands';
import { COMMON_OPTIONS, EXIT_CODES } from './definitions/common';
import type { ArgumentDefinition, CommandDefinition, OptionDefinition } from './definitions/definition';

/** A command line that was understood. */
export type Call = {
  name: string;
  args: string[];
  /** Options of the command itself, by long name in camelCase. */
  options: Record<string, unknown>;
  /** Those that every command has. */
  common: Record<string, unknown>;
};

function optionOf({ flags, description, choices, repeated }: OptionDefinition): Option {
  const option = new Option(flags, description);
  if (choices !== undefined) option.choices(choices);
  if (repeated) option.argParser<string[]>((value, earlier) => [...(earlier ?? []), value]);
  return option;
}

function argumentOf({ usage, description, completes }: ArgumentDefinition): Argument {
  const argument = new Argument(usage, description);
  return completes !== undefined && typeof completes !== 'string' ? argument.choices(completes) : argument;
}

function examplesText(examples: CommandDefinition['examples']): string {
  const width = Math.max(...examples.map(([line]) => line.length));
  const lines = examples.map(([line, does]) => `  ${line.padEnd(width)}  ${paint.dim(does)}`);
  return `\n${paint.bold('Examples:')}\n${lines.join('\n')}`;
}

function defineCommand(program: Command, definition: CommandDefinition, onCall: (call: Call) => void): void {
  const command = program.command(definition.name).summary(definition.summary);
  const summary = `${definition.summary.charAt(0).toUpperCase()}${definition.summary.slice(1)}.`;
  command.description([summary, ...(definition.more ?? [])].join('\n\n'));
  command.aliases(definition.aliases ?? []);
  for (const argument of definition.arguments ?? []) command.addArgument(argumentOf(argument));
  for (const option of definition.options ?? []) command.addOption(optionOf(option));
  command.addHelpText('after', () => examplesText(definition.examples));
  command.action(() => {
    onCall({ name: definition.name, args: command.args, options: command.opts(), common: program.opts() });
  });
}

const exitCodesText = (): string =>
  [
    `\n${paint.bold('Exit codes:')}`,
    ...EXIT_CODES.map(([code, meaning]) => `  ${String(code).padEnd(4)}${meaning}`),
  ].join('\n');

/**
 * The tree of commands. Parsing calls `onCall` with what was understood, or throws commander's own error, which `usageOf`
 * explains. Help and version go to `write`.
 */
export function createProgram(onCall: (call: Call) => void, write: (text: string) => void): Command {
  const program = new Command('dotkit')
    .description('Install dotfile modules as a transaction, and leave byte for byte as you came.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show this help')
    .helpCommand('help [command]', 'show the help of a command')
    .exitOverride()
    .configureOutput({ writeOut: write, writeErr: () => undefined, getOutHasColors: () => true })
    .configureHelp({ showGlobalOptions: true, styleTitle: (title) => paint.bold(title).toString() });
  for (const option of COMMON_OPTIONS) program.addOption(optionOf(option));
  for (const { heading, commands } of COMMAND_GROUPS) {
    program.commandsGroup(heading);
    for (const definition of commands) defineCommand(program, definition, onCall);
  }
  program.addHelpText('after', exitCodesText);
  return program;
}
