import { extensionOf } from '@/lib/utils/extension-of';

import type { FileInput, Guess, Guesser } from './draft';
import { type FolderView, isAboutProject, nameOf, stemOf } from './folder-view';

type Shell = 'zsh' | 'bash' | 'fish';

const START_UP: Record<Shell, string> = { zsh: '{home}/.zshrc', bash: '{home}/.bashrc', fish: '' };
const EXTENSIONS: Record<Shell, readonly string[]> = {
  zsh: ['zsh', 'zsh-theme'],
  bash: ['bash', 'bash-theme'],
  fish: ['fish'],
};
/** Scripts that put a package in its place themselves; installing is what dotkit does. */
const INSTALLER = /^(?:un)?install(?:er)?(?:\.\w+)?$|^setup(?:\.sh)?$/i;
const PROMPT_TEXT =
  /^\s*(?:(?:export|typeset -g\w*)\s+)?(?:PROMPT|PS1)\+?=|\bprompt_\w+_setup\b|\bfunction fish_prompt\b/m;

const shellFiles = (view: FolderView, shell: Shell): string[] =>
  view.files
    .map(({ path }) => path)
    .filter(
      (path) => EXTENSIONS[shell].includes(extensionOf(path)) && !isAboutProject(path) && !INSTALLER.test(nameOf(path)),
    );

/** The file that the shell reads; what else there is, it reads by itself. */
function entryOf(view: FolderView, paths: readonly string[], name: string): string | undefined {
  const roots = paths.filter((path) => !path.includes('/'));
  const named = (list: readonly string[]) => list.find((path) => stemOf(path).replace(/\.plugin$/, '') === name);
  const plugin = roots.find((path) => path.includes('.plugin.'));
  const prompt = roots.find((path) => PROMPT_TEXT.test(view.text(path)));
  return named(roots) ?? plugin ?? prompt ?? roots[0] ?? named(paths) ?? paths[0];
}

function posixLike(
  view: FolderView,
  shell: 'zsh' | 'bash',
  paths: readonly string[],
  entry: string,
  name: string,
): FileInput[] {
  const folder = `${shell}/${name}`;
  const isProgram = new Set(view.files.filter(({ executable }) => executable).map(({ path }) => path));
  const copies = paths.map(
    (src): FileInput => ({
      src,
      dest: `{data}/${folder}/${src}`,
      mode: 'copy',
      ...(isProgram.has(src) ? { perm: '0755' } : {}),
    }),
  );
  const line = `source "\${XDG_DATA_HOME:-$HOME/.local/share}/${folder}/${entry}"`;
  return [...copies, { dest: START_UP[shell], mode: 'source-line', line }];
}

/** fish reads its folders by itself: a file goes where its folder says, or where it is read at every start. */
function forFish(paths: readonly string[]): FileInput[] {
  const folder = (path: string): string =>
    /(?:^|\/)(functions|completions|conf\.d)\/[^/]+$/.exec(path)?.[1] ??
    (PROMPT_NAMES.has(nameOf(path)) ? 'functions' : 'conf.d');
  const byDest = new Map(paths.map((src) => [`{config}/fish/${folder(src)}/${nameOf(src)}`, src]));
  return [...byDest].map(([dest, src]) => ({ src, dest, mode: 'copy' }));
}
const PROMPT_NAMES = new Set([
  'fish_prompt.fish',
  'fish_right_prompt.fish',
  'fish_mode_prompt.fish',
  'fish_greeting.fish',
]);

const COMMAND = /^[A-Za-z0-9_][A-Za-z0-9_+.@:-]{0,63}$/;

/** Aliases and functions that an entry file defines at its top level; names that begin with `_` are its own business. */
function definitions(text: string): { aliases: { name: string; expansion: string }[]; functions: string[] } {
  const aliases = new Map<string, string>();
  for (const [, name = '', , expansion = ''] of text.matchAll(
    /^alias (?:-g )?([\w.:@+-]+)[= ](['"])(.{1,200})\2\s*$/gm,
  ))
    aliases.set(name, expansion.trim());
  const functions = [
    ...text.matchAll(/^(?:function\s+)?([A-Za-z0-9][\w.:@+-]*)\s*\(\)\s*\{|^function\s+([A-Za-z0-9][\w.:@+-]*)/gm),
  ];
  return {
    aliases: [...aliases]
      .filter(([, expansion]) => expansion !== '')
      .map(([name, expansion]) => ({ name, expansion }))
      .slice(0, 100),
    functions: [...new Set(functions.map(([, a, b]) => a ?? b ?? ''))]
      .filter((name) => COMMAND.test(name))
      .slice(0, 100),
  };
}

function guessShell(view: FolderView, name: string, shell: Shell): Guess[] {
  const paths = shellFiles(view, shell);
  const entry = entryOf(view, paths, name);
  if (entry === undefined) return [];
  const files = shell === 'fish' ? forFish(paths) : posixLike(view, shell, paths, entry, name);
  const requires = { commands: [shell] };
  const isPrompt = paths.some(
    (path) =>
      /theme$|^prompt_/.test(nameOf(path)) || PROMPT_NAMES.has(nameOf(path)) || PROMPT_TEXT.test(view.text(path)),
  );
  const because = nameOf(entry);
  const { aliases, functions } = definitions(view.text(entry));
  const fields = {
    shells: [shell],
    entry: [entry],
    ...(aliases.length > 0 ? { aliases } : {}),
    ...(functions.length > 0 ? { functions } : {}),
  };
  const provides = {
    ...(functions.length > 0 ? { commands: functions } : {}),
    ...(aliases.length > 0 ? { aliases: aliases.map((alias) => alias.name) } : {}),
  };
  const plugin: Guess = {
    kind: 'shell-plugin',
    weight: paths.some((path) => path.includes('.plugin.')) ? 8 : 5,
    because,
    draft: { fields, files, requires, ...(Object.keys(provides).length > 0 ? { provides } : {}) },
  };
  const prompt: Guess = {
    kind: 'prompt',
    weight: 8.5,
    because,
    draft: { fields: { shells: [shell], engine: 'native' }, files, requires },
  };
  return isPrompt ? [prompt, plugin] : [plugin];
}

/** Plugins and prompts of zsh, bash and fish. */
export const guessShells: Guesser = (view, name) =>
  (['zsh', 'bash', 'fish'] as const).flatMap((shell) => guessShell(view, name, shell));
