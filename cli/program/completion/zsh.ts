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

/** A text inside single quotes, in which zsh's own completion functions read `[`, `]` and `:` as marks. */
const quoted = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replace(/[[\]:]/g, '\\$&')
    .replaceAll("'", "'\\''");

function actionOf(flag: Flag): string {
  if (flag.choices.length > 0) return `(${flag.choices.join(' ')})`;
  if (isFolderValue(flag)) return '_files -/';
  return isFileValue(flag) ? '_files' : '';
}

function flagSpecs(flag: Flag): string[] {
  const { long, short, value, description, repeated } = flag;
  const end = value === null ? '' : `:${quoted(value)}:${actionOf(flag)}`;
  const text = `[${quoted(description)}]${end}`;
  if (short !== null) return [`'(${short} ${long})'{${short},${long}}'${text}'`];
  return [`'${repeated ? '*' : ''}${long}${text}'`];
}

function argumentSpec(completes: ReturnType<typeof completesOf>): string {
  if (completes === 'installed') return "'*:module:_dotkit_installed'";
  if (completes === 'folders') return "'1:folder:_files -/'";
  if (completes === 'files') return "'1:file:_files'";
  return completes === null || completes === undefined ? "'*: :'" : `'1: :(${completes.join(' ')})'`;
}

const specs = (flags: readonly Flag[]): string => flags.flatMap(flagSpecs).join(' \\\n        ');

export function zshScript(): string {
  const common = commonFlags();
  const described = COMMANDS.flatMap((command) =>
    namesOf(command).map((name) => `      '${name}:${quoted(command.summary)}'`),
  );
  const cases = COMMANDS.map(
    (command) => `      ${namesOf(command).join('|')})
        _arguments -S ${specs([...flagsOf(command), ...common])} \\
        ${argumentSpec(completesOf(command))} ;;`,
  );
  return `#compdef dotkit
# zsh completion of dotkit. In ~/.zshrc, after compinit: source <(dotkit completion zsh)
_dotkit_installed() {
  local -a refs
  refs=(\${(f)"$(dotkit completion ${INSTALLED_WORD} 2>/dev/null)"})
  compadd -- $refs
}
_dotkit_commands() {
  local -a commands
  commands=(
${described.join('\n')}
      'help:show the help of a command'
  )
  _describe -t commands command commands
}
_dotkit() {
  local curcontext="$curcontext" state line
  typeset -A opt_args
  _arguments -C -S ${specs(common)} \\
        '1: :_dotkit_commands' \\
        '*:: :->arguments'
  if [[ $state == arguments ]]; then
    curcontext="\${curcontext%:*:*}:dotkit-$line[1]:"
    case $line[1] in
      help) _arguments '1: :_dotkit_commands' ;;
${cases.join('\n')}
    esac
  fi
}
if [[ $funcstack[1] == _dotkit ]]; then _dotkit "$@"; else compdef _dotkit dotkit; fi
`;
}
