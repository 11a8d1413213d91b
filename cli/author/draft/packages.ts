import type { Guess, Guesser } from './draft';
import { type FolderView, isAboutProject, nameOf } from './folder-view';

type Entry = { name: string; type?: string };

const PACKAGE = /^[A-Za-z0-9@_](?:[A-Za-z0-9@._+/:~# -]{0,212}[A-Za-z0-9_+])?$/;
const MOST = 1000;

/** https://docs.brew.sh/Brew-Bundle-and-Brewfile: `brew "name"`, `cask "name"`, `tap "name"` … */
const brewfile = (text: string): Entry[] =>
  [...text.matchAll(/^\s*(tap|brew|cask|mas|vscode|whalebrew)\s+["']([^"']+)["']/gm)].map(
    ([, type = '', name = '']) => ({ name, type }),
  );

/** One name on each line, `#` for comments. */
const listed = (text: string): Entry[] =>
  text
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter((line) => line !== '' && !/\s/.test(line))
    .map((name) => ({ name }));

/** `[tools]` of a mise.toml, or the lines of a .tool-versions. */
const tools = (text: string): Entry[] =>
  [...text.matchAll(/^["']?([a-z][\w:/@.-]*)["']?\s*(?:=|\s)\s*["']?[\w.]/gm)].map(([, name = '']) => ({ name }));

type Manager = {
  manager: string;
  file: RegExp;
  read: (text: string) => Entry[];
  os?: 'macos' | 'linux';
  needsRoot?: true;
};

// biome-ignore format: a table, read by rows
const MANAGERS: readonly Manager[] = [
  { manager: 'brew', file: /^\.?Brewfile$/i, read: brewfile },
  { manager: 'mise', file: /^\.?mise\.toml$|^\.tool-versions$/, read: tools },
  { manager: 'apt', file: /^(?:apt|debian|ubuntu)(?:[-_.]?packages)?(?:\.txt|\.list)?$|^aptfile$/i, read: listed, os: 'linux', needsRoot: true },
  { manager: 'dnf', file: /^(?:dnf|fedora)(?:[-_.]?packages)?(?:\.txt|\.list)?$/i, read: listed, os: 'linux', needsRoot: true },
  { manager: 'pacman', file: /^(?:pacman|arch)(?:[-_.]?packages)?(?:\.txt|\.list)?$|^pkglist\.txt$/i, read: listed, os: 'linux', needsRoot: true },
  { manager: 'flatpak', file: /^flatpaks?(?:\.txt|\.list)?$/i, read: listed, os: 'linux' },
  { manager: 'npm', file: /^npm(?:[-_.]?(?:globals?|packages))?\.txt$/i, read: listed },
  { manager: 'cargo', file: /^cargo(?:[-_.]?(?:tools|packages))?\.txt$/i, read: listed },
];

function guessOf(view: FolderView, { manager, file, read, os, needsRoot }: Manager): Guess[] {
  const path = view.files.map((one) => one.path).find((one) => file.test(nameOf(one)) && !isAboutProject(one));
  if (path === undefined) return [];
  const valid = read(view.text(path)).filter(({ name }) => PACKAGE.test(name));
  const entries = [...new Map(valid.map((entry) => [`${entry.type}:${entry.name}`, entry])).values()].slice(0, MOST);
  if (entries.length === 0) return [];
  const requires = { ...(os === undefined ? {} : { os: [os] }), commands: [manager] };
  const fields = { manager, entries, ...(needsRoot ? { needsRoot } : {}) };
  return [{ kind: 'package-list', weight: 9, because: nameOf(path), draft: { fields, files: [], requires } }];
}

/** Lists of packages. The list goes into the manifest; nothing of it is written anywhere. */
export const guessPackages: Guesser = (view) => MANAGERS.flatMap((manager) => guessOf(view, manager));
