import type { FileInput, Guesser } from './draft';
import { isAboutProject, nameOf, stemOf } from './folder-view';

type Part = 'aliases' | 'ignore' | 'attributes' | 'hooks' | 'pager' | 'signing';

const CONFIG = /^\.?gitconfig$|\.gitconfig$/;
const IGNORE = /^\.?gitignore[-_.]global$|^global[-_.]gitignore$/;
const HOOK =
  /^(?:applypatch-msg|pre-applypatch|post-applypatch|pre-commit|prepare-commit-msg|commit-msg|post-commit|pre-rebase|post-checkout|post-merge|pre-push)$/;

/** Aliases of a configuration's `[alias]` section. */
function aliasesOf(text: string): { name: string; command: string }[] {
  const section = text.split(/^\[/m).find((part) => /^alias\]/i.test(part)) ?? '';
  const rows = section.matchAll(/^\s*([A-Za-z][A-Za-z0-9-]{0,63})\s*=\s*(.{1,500}?)\s*$/gm);
  const aliases = new Map([...rows].map(([, name = '', command = '']) => [name, command.replace(/^"(.*)"$/, '$1')]));
  return [...aliases]
    .filter(([, command]) => !command.endsWith('\\') && command.trim() !== '')
    .map(([name, command]) => ({ name, command: command.trim() }));
}

/** Git configuration, as a block in the person's own files, and hooks in a folder of their own. */
export const guessGit: Guesser = (view, name) => {
  const paths = view.files.map(({ path }) => path).filter((path) => !isAboutProject(path) || IGNORE.test(nameOf(path)));
  const configs = paths.filter((path) => CONFIG.test(nameOf(path)));
  const ignores = paths.filter((path) => IGNORE.test(nameOf(path)));
  const hooks = paths.filter((path) => HOOK.test(nameOf(path)) && view.text(path).startsWith('#!'));
  const [because] = [...configs, ...ignores, ...hooks];
  if (because === undefined) return [];
  const text = configs.map((path) => view.text(path)).join('\n');
  const aliases = aliasesOf(text);
  const sections: [Part, boolean][] = [
    ['aliases', aliases.length > 0],
    ['pager', /^\s*pager\s*=|^\[(?:pager|delta)\b/m.test(text)],
    ['signing', /gpgsign|signingkey/i.test(text)],
    ['ignore', ignores.length > 0],
    ['hooks', hooks.length > 0],
  ];
  const parts = sections.filter(([, has]) => has).map(([part]) => part);
  const block = (src: string, dest: string): FileInput => ({ src, dest, mode: 'block' });
  const files = [
    ...configs.map((src) => block(src, '{home}/.gitconfig')),
    ...ignores.map((src) => block(src, '{config}/git/ignore')),
    ...hooks.map(
      (src): FileInput => ({ src, dest: `{config}/git/${name}/hooks/${nameOf(src)}`, mode: 'copy', perm: '0755' }),
    ),
  ];
  const fields = {
    parts: parts.length > 0 ? parts : ['templates'],
    ...(aliases.length > 0 ? { aliases } : {}),
    ...(hooks.length > 0 ? { hooks: hooks.map((path) => ({ name: stemOf(path), path })) } : {}),
  };
  const provides = aliases.length > 0 ? { provides: { aliases: aliases.map((alias) => alias.name) } } : {};
  return [
    {
      kind: 'git-config',
      weight: 9,
      because: nameOf(because),
      draft: { fields, files, requires: { commands: ['git'] }, ...provides },
    },
  ];
};
