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

const both = ({ long, short }: Flag): string[] => (short === null ? [long] : [short, long]);
const offer = (words: readonly string[]): string => `_dotkit_offer "$word" '${words.join(' ')}'`;

/** What may follow an option that takes a value. Nothing offered means file names, which readline adds itself. */
function valueCases(): string[] {
  const flags = [...commonFlags(), ...COMMANDS.flatMap(flagsOf)].filter(({ value }) => value !== null);
  const byLong = new Map(flags.map((flag) => [flag.long, flag]));
  return [...byLong.values()].map((flag) => {
    if (flag.choices.length > 0) return `    ${flag.long}) ${offer(flag.choices)}; return ;;`;
    return `    ${flag.long}) ${isFolderValue(flag) || isFileValue(flag) ? '' : 'COMPREPLY=("$word"); '}return ;;`;
  });
}

function argumentOf(completes: ReturnType<typeof completesOf>): string {
  if (completes === 'installed')
    return `_dotkit_offer "$word" "$("\${COMP_WORDS[0]}" completion ${INSTALLED_WORD} 2>/dev/null)"`;
  if (completes === 'folders' || completes === 'files') return ':';
  return completes === null || completes === undefined ? 'return' : offer(completes);
}

const valueTakers = (): string =>
  [
    ...new Set(
      [...commonFlags(), ...COMMANDS.flatMap(flagsOf)].filter(({ value }) => value !== null).map(({ long }) => long),
    ),
  ].join('|');

/** Works in bash 3.2, which macOS has, and needs no other completion scripts. */
export function bashScript(): string {
  const common = commonFlags().flatMap(both);
  const commandCases = COMMANDS.map((command) => {
    const options = [...flagsOf(command).flatMap(both), ...common];
    return `    ${namesOf(command).join('|')})
      case $word in -*) ${offer(options)} ;; *) ${argumentOf(completesOf(command))} ;; esac ;;`;
  });
  const names = COMMANDS.flatMap(namesOf);
  return `# bash completion of dotkit. In ~/.bashrc: source <(dotkit completion bash)
_dotkit_offer() {
  local candidate IFS=$' \\t\\n'
  for candidate in $2; do
    case $candidate in "$1"*) COMPREPLY[\${#COMPREPLY[@]}]=$candidate ;; esac
  done
}
_dotkit() {
  local line=\${COMP_LINE:0:COMP_POINT} word earlier command= value= one
  word=\${line##*[[:space:]]}
  COMPREPLY=()
  set -f
  for one in \${line%"$word"}; do
    if [ -n "$value" ]; then value=; continue; fi
    case $one in
      ${valueTakers()}) value=$one ;;
      -*) ;;
      *) if [ -z "$earlier" ]; then earlier=$one; elif [ -z "$command" ]; then command=$one; fi ;;
    esac
  done
  set +f
  case $value in
${valueCases().join('\n')}
  esac
  case $command in
    '') case $word in -*) ${offer(common)} ;; *) ${offer([...names, 'help'])} ;; esac ;;
    help) ${offer(names)} ;;
${commandCases.join('\n')}
  esac
}
complete -o default -F _dotkit dotkit
`;
}
