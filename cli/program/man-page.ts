import { version } from '../package.json';
import { COMMAND_GROUPS } from './definitions/commands';
import { COMMON_OPTIONS, EXIT_CODES, FILES, VARIABLES } from './definitions/common';
import type { ArgumentDefinition, CommandDefinition, OptionDefinition } from './definitions/definition';

/** Text as troff prints it: no request at a line's beginning, dashes as they are typed, quotes of its own. */
function escaped(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll("'", '\\(aq')
    .replaceAll('"', '\\(dq')
    .replaceAll('~', '\\(ti')
    .replaceAll('^', '\\(ha')
    .replaceAll('’', '\\(cq')
    .replace(/^\./, '\\&.');
}

const bold = (text: string): string => `\\fB${escaped(text)}\\fR`;
/** `<ref...>` and `--kind <kind>`: what is typed is bold, what stands for something is italic. */
const typed = (text: string): string =>
  text
    .split(/(<[^>]+>)/)
    .map((part) => (part.startsWith('<') ? `\\fI${escaped(part.slice(1, -1))}\\fR` : part === '' ? '' : bold(part)))
    .join('');
const item = (term: string, text: string): string => `.TP\n${term}\n${escaped(text)}`;
const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

function optionItem({ flags, description, choices }: OptionDefinition): string {
  return item(typed(flags), choices === undefined ? description : `${description}: ${choices.join(', ')}`);
}

/** A required argument stands in italics; one that may be missing, in brackets too. */
function placeOf({ usage }: ArgumentDefinition): string {
  const name = `\\fI${escaped(usage.replace(/[<>[\]]|\.\.\./g, ''))}\\fR${usage.includes('...') ? ' ...' : ''}`;
  return usage.startsWith('[') ? `[${name}]` : name;
}

function commandSection({
  name,
  aliases = [],
  summary,
  more = [],
  arguments: places = [],
  options = [],
  examples,
}: CommandDefinition): string {
  const synopsis = [
    bold(`dotkit ${name}`),
    ...places.map(placeOf),
    ...(options.length > 0 ? ['[\\fIoptions\\fR]'] : []),
  ].join(' ');
  const also = aliases.length > 0 ? [`.PP\nAlso: ${aliases.map(bold).join(', ')}.`] : [];
  return [
    `.SS ${synopsis}`,
    escaped(sentence(summary)),
    ...more.map((paragraph) => `.PP\n${escaped(paragraph)}`),
    ...also,
    ...places.map(({ usage, description }) => item(placeOf({ usage, description }), description)),
    ...options.map(optionItem),
    ...examples.map(([line, does]) => `.TP\n\\fC${escaped(line)}\\fR\n${escaped(does)}`),
  ].join('\n');
}

/** The manual as man(7) source. Without a date: the same version gives the same bytes. */
export function manPage(): string {
  return [
    `.TH DOTKIT 1 "" "dotkit ${version}" "User Commands"`,
    '.SH NAME',
    'dotkit \\- install dotfile modules as a transaction, and leave byte for byte as you came',
    '.SH SYNOPSIS',
    `${bold('dotkit')} \\fIcommand\\fR [\\fIoptions\\fR] [\\fIarguments\\fR]`,
    '.SH DESCRIPTION',
    escaped(
      'Before anything is written, every path that a module touches is shown, with what it replaces and clashes with. Installing is a transaction. Updating keeps your own edits. Leaving restores your files byte for byte. No module runs code when it is installed.',
    ),
    '.SH COMMANDS',
    ...COMMAND_GROUPS.flatMap(({ commands }) => commands.map(commandSection)),
    '.SH OPTIONS',
    'Understood by every command, before its name and after it.',
    ...COMMON_OPTIONS.map(optionItem),
    item(typed('-h, --help'), 'show the help of a command'),
    item(typed('-V, --version'), 'print the version'),
    '.SH EXIT STATUS',
    ...EXIT_CODES.map(([code, meaning]) => item(bold(String(code)), sentence(meaning))),
    '.SH ENVIRONMENT',
    ...VARIABLES.map(([names, meaning]) => item(bold(names), sentence(meaning))),
    '.SH FILES',
    ...FILES.map(([path, meaning]) => item(`\\fI${escaped(path)}\\fR`, sentence(meaning))),
    '',
  ].join('\n');
}
