import { COMMAND_PATTERN } from '@/lib/manifest/text';

import type { Guesser } from './draft';
import { type FolderView, folderOf, isAboutProject, nameOf } from './folder-view';

const SHEBANG = /^#!\s*(?:\/usr\/bin\/env\s+(?:-S\s+)?)?(?:\S*\/)?([\w.+-]+)/;
/** Interpreters whose scripts usually are one part of a package. */
const OF_PACKAGES = new Set(['node', 'deno', 'bun', 'tsx']);
/** A script that loads its neighbours does not work alone in `{bin}`. */
const LOADS_NEIGHBOURS = /\b(?:require\(|from\s+|import\s*\(?)['"]\.{1,2}\//;
const EXTENSION = /\.(?:sh|bash|zsh|py|rb|pl|js|mjs|cjs)$/;

type Script = { path: string; name: string; interpreter: string; placed: boolean };

/** Programs that package.json puts on the path. */
function declaredPrograms(view: FolderView): Set<string> {
  try {
    const { bin } = JSON.parse(view.text('package.json')) as { bin?: unknown };
    const paths = typeof bin === 'string' ? [bin] : Object.values((bin ?? {}) as Record<string, unknown>);
    return new Set(paths.flatMap((path) => (typeof path === 'string' ? [path.replace(/^\.\//, '')] : [])));
  } catch {
    return new Set();
  }
}

function scriptsOf(view: FolderView): Script[] {
  const declared = declaredPrograms(view);
  return view.files.flatMap(({ path, executable }) => {
    const interpreter = SHEBANG.exec(view.text(path).slice(0, 200))?.[1];
    const name = nameOf(path).replace(EXTENSION, '');
    if (interpreter === undefined || isAboutProject(path) || !COMMAND_PATTERN.test(name)) return [];
    if (OF_PACKAGES.has(interpreter) && LOADS_NEIGHBOURS.test(view.text(path))) return [];
    const placed = declared.has(path) || /(?:^|\/)bin$/.test(folderOf(path));
    return executable || placed || !path.includes('/') ? [{ path, name, interpreter, placed }] : [];
  });
}

/** Programs that are one file each: what has a `#!` line and is executable, or is declared as a program. */
export const guessScripts: Guesser = (view) => {
  const all = scriptsOf(view);
  const placed = all.filter((script) => script.placed);
  const scripts = [
    ...new Map((placed.length > 0 ? placed : all).map((script) => [script.name, script])).values(),
  ].slice(0, 200);
  const [first] = scripts;
  if (first === undefined) return [];
  const commands = scripts.map(({ name }) => name);
  return [
    {
      kind: 'script',
      weight: OF_PACKAGES.has(first.interpreter) ? 3 : placed.length > 0 ? 9 : 6,
      because: nameOf(first.path),
      draft: {
        fields: { interpreter: first.interpreter, commands: scripts.map(({ name, path }) => ({ name, path })) },
        files: scripts.map(({ path, name }) => ({ src: path, dest: `{bin}/${name}`, mode: 'copy', perm: '0755' })),
        requires: { commands: [first.interpreter] },
        provides: { commands },
      },
    },
  ];
};
