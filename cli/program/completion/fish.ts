import {
  COMMANDS,
  commonFlags,
  completesOf,
  type Flag,
  flagsOf,
  INSTALLED_WORD,
  isFileValue,
  isFolderValue,
  namesOf,
} from './words';

const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

function flagLine(flag: Flag, condition: string): string {
  const { long, short, value, description, choices } = flag;
  const name = `${short === null ? '' : ` -s ${short.slice(1)}`} -l ${long.slice(2)}`;
  const isPlace = isFolderValue(flag) || isFileValue(flag);
  const takes = value === null ? '' : isPlace ? ' -r -F' : ' -x';
  const offered =
    choices.length > 0
      ? ` -a ${quoted(choices.join(' '))}`
      : isFolderValue(flag)
        ? " -a '(__fish_complete_directories)'"
        : '';
  return `complete -c dotkit${condition}${name}${takes}${offered} -d ${quoted(description)}`;
}

function argumentLine(completes: ReturnType<typeof completesOf>, condition: string): string[] {
  if (completes === 'installed')
    return [`complete -c dotkit${condition} -a '(dotkit completion ${INSTALLED_WORD} 2>/dev/null)'`];
  if (completes === 'folders') return [`complete -c dotkit${condition} -a '(__fish_complete_directories)'`];
  if (completes === 'files') return [`complete -c dotkit${condition} -F`];
  return completes === null || completes === undefined
    ? []
    : [`complete -c dotkit${condition} -a ${quoted(completes.join(' '))}`];
}

export function fishScript(): string {
  const lines = COMMANDS.flatMap((command) => {
    const names = namesOf(command);
    const condition = ` -n '__fish_seen_subcommand_from ${names.join(' ')}'`;
    return [
      ...names.map((name) => `complete -c dotkit -n __fish_use_subcommand -a ${name} -d ${quoted(command.summary)}`),
      ...argumentLine(completesOf(command), condition),
      ...flagsOf(command).map((flag) => flagLine(flag, condition)),
    ];
  });
  return [
    '# fish completion of dotkit. Once: dotkit completion fish > ~/.config/fish/completions/dotkit.fish',
    'complete -c dotkit -f',
    ...commonFlags().map((flag) => flagLine(flag, '')),
    `complete -c dotkit -n __fish_use_subcommand -a help -d 'show the help of a command'`,
    `complete -c dotkit -n '__fish_seen_subcommand_from help' -a ${quoted(COMMANDS.map(({ name }) => name).join(' '))}`,
    ...lines,
    '',
  ].join('\n');
}
