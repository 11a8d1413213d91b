import type { OccupiedKind } from '@/types/relations';

const MODES: Record<string, string> = {
  n: 'normal mode',
  i: 'insert mode',
  v: 'visual mode',
  c: 'command line',
  t: 'terminal',
};

/** `neovim/n` as people say it; normal mode goes without saying. */
function programName(program: string): string {
  const [name = '', mode] = program.split('/');
  if (!mode || mode === 'n') return name;
  return `${name}, ${MODES[mode] ?? mode}`;
}

/** Where something applies: ` in zsh, bash`; empty for paths and commands. */
export const inPrograms = (programs: string[]): string =>
  programs.length > 0 ? `in ${[...new Set(programs.map(programName))].join(', ')}` : '';

/** What people call such a thing. */
export const KIND_WORDS: Record<OccupiedKind, { one: string; many: string }> = {
  dest: { one: 'path', many: 'paths' },
  command: { one: 'command', many: 'commands' },
  alias: { one: 'alias', many: 'aliases' },
  keys: { one: 'key binding', many: 'key bindings' },
};

export const refOf = ({ namespace, name }: { namespace: string; name: string }) => `@${namespace}/${name}`;
