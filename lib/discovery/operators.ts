import { MODULE_KINDS, type ModuleKind } from '@/types/module-kind';
import { parseStars, parseUpdated } from './ranges';

const OPERATORS = [
  'kind',
  'app',
  'os',
  'shell',
  'tag',
  'license',
  'author',
  'updated',
  'stars',
  'appearance',
  'capability',
] as const;
export type Operator = (typeof OPERATORS)[number];

export type OperatorProblem = { operator: string; value: string; message: string };
export type ParsedQuery = {
  /** What is left to search for. */
  text: string;
  filters: Partial<Record<Operator, string>>;
  problems: OperatorProblem[];
};

const ALSO_CALLED: Record<string, Operator> = { licence: 'license', by: 'author', system: 'os' };
const SYSTEMS: Record<string, string> = { mac: 'macos', osx: 'macos', darwin: 'macos', win: 'windows' };
const APPEARANCES = ['dark', 'light', 'both'];
const CAPABILITIES = ['runs', 'network', 'root', 'none'];

/** Identifiers of licences have capitals that nobody types. */
const LICENSES =
  'MIT ISC 0BSD Apache-2.0 BSD-2-Clause BSD-3-Clause GPL-2.0-only GPL-2.0-or-later GPL-3.0-only GPL-3.0-or-later LGPL-3.0-or-later AGPL-3.0-or-later MPL-2.0 Unlicense CC0-1.0 CC-BY-4.0 CC-BY-SA-4.0 WTFPL Zlib'.split(
    ' ',
  );

const oneOf = (values: readonly string[]) => `It can be ${values.slice(0, -1).join(', ')} or ${values.at(-1)}.`;

/** `theme`, `themes` and `colour-theme` all mean `color-theme`. */
function kindOf(value: string): ModuleKind | undefined {
  const asked = value.replace('colour', 'color').replace(/(?<=..)s$/, '');
  return MODULE_KINDS.find((kind) => kind === asked || (asked !== 'config' && kind.split('-').includes(asked)));
}

/** The value as lists filter by it, or the sentence that says what was expected. */
function readValue(operator: Operator, given: string): { value: string } | { message: string } {
  const lower = given.toLowerCase();
  switch (operator) {
    case 'kind': {
      const kind = kindOf(lower);
      return kind ? { value: kind } : { message: oneOf(MODULE_KINDS) };
    }
    case 'appearance':
      return APPEARANCES.includes(lower) ? { value: lower } : { message: oneOf(APPEARANCES) };
    case 'capability':
      return CAPABILITIES.includes(lower) ? { value: lower } : { message: oneOf(CAPABILITIES) };
    case 'stars':
      return parseStars(given) ? { value: given } : { message: 'Write it like >10, <5 or 10..50.' };
    case 'updated':
      return parseUpdated(given, 0)
        ? { value: lower }
        : { message: 'Write it like >2026-01-01, 2026-01-01..2026-02-01 or 7d.' };
    case 'os':
      return { value: SYSTEMS[lower] ?? lower };
    case 'author':
      return { value: lower.replace(/^@/, '') };
    case 'license':
      return { value: LICENSES.find((id) => id.toLowerCase() === lower) ?? given };
    default:
      return { value: lower };
  }
}

/** Words, where quotes hold blanks together: `tag:"zsh prompt"` is one. */
const wordsOf = (q: string): string[] => q.match(/(?:[^\s"]|"[^"]*"?)+/g) ?? [];

/** What looks like an operator: letters, a colon, and neither `//` (an address) nor another colon (`std::move`) after it. */
function splitWord(word: string): { name: string; value: string } | null {
  const [, name, value] = /^(-?[A-Za-z][A-Za-z-]*):(?![:/])(.*)$/s.exec(word) ?? [];
  return name === undefined || value === undefined ? null : { name, value: value.replaceAll('"', '').trim() };
}

/**
 * Takes operators such as `kind:prompt`, `tag:"zsh"` and `stars:>10` out of a search text. What is not understood is named in
 * `problems`: an unknown operator keeps its words in the text, a known one with a bad value or a second value is left out.
 */
export function parseOperators(q: string): ParsedQuery {
  const parsed: ParsedQuery = { text: '', filters: {}, problems: [] };
  const left: string[] = [];
  for (const word of wordsOf(q)) {
    const split = splitWord(word);
    if (!split) {
      left.push(word);
      continue;
    }
    const { name, value } = split;
    const operator = OPERATORS.find((known) => known === name.toLowerCase()) ?? ALSO_CALLED[name.toLowerCase()];
    const refuse = (message: string) => parsed.problems.push({ operator: name, value: value.slice(0, 60), message });
    if (!operator) {
      refuse(`There is no operator ${name.slice(0, 30)}. There are ${OPERATORS.join(', ')}.`);
      left.push(...`${name} ${value}`.split(/\s+/));
      continue;
    }
    const read = value === '' ? { message: 'It needs a value after the colon.' } : readValue(operator, value);
    if ('message' in read) refuse(read.message);
    else if (parsed.filters[operator] === undefined) parsed.filters[operator] = read.value;
    else if (parsed.filters[operator] !== read.value)
      refuse(`It can be given once, and was ${parsed.filters[operator]}.`);
  }
  parsed.text = left.join(' ').trim();
  return parsed;
}
