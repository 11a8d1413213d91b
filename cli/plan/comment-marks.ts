import { basename, extname } from 'node:path';

/** What stands before a comment, and after it where the language wants that. */
export type CommentMark = readonly [open: string, close?: string];

const HASH: CommentMark = ['#'];
const DASHES: CommentMark = ['--'];
const QUOTE: CommentMark = ['"'];
const SEMICOLON: CommentMark = [';'];
const SLASHES: CommentMark = ['//'];
const STARS: CommentMark = ['/*', '*/'];
const MARKUP: CommentMark = ['<!--', '-->'];
const BANG: CommentMark = ['!'];

const BY_EXTENSION = new Map<string, CommentMark | null>();
const table: [CommentMark | null, string][] = [
  [DASHES, 'lua hs lhs sql elm adb ads vhd'],
  [QUOTE, 'vim'],
  [SEMICOLON, 'el lisp cl scm fnl clj kbd ini asm ahk'],
  [
    SLASHES,
    'js mjs cjs ts mts cts jsx tsx jsonc json5 c h cc cpp hpp cs go rs java kt swift dart kdl scss less qml keymap dtsi zig',
  ],
  [STARS, 'css rasi'],
  [MARKUP, 'html htm xml svg plist xhtml md markdown'],
  [BANG, 'ad xdefaults xresources xmodmap'],
  [null, 'json csv tsv'],
];
for (const [mark, names] of table) for (const name of names.split(' ')) BY_EXTENSION.set(name, mark);

const BY_NAME: Record<string, CommentMark> = {
  '.vimrc': QUOTE,
  '.gvimrc': QUOTE,
  '.ideavimrc': QUOTE,
  '.exrc': QUOTE,
  _vimrc: QUOTE,
  vimrc: QUOTE,
  '.emacs': SEMICOLON,
  '.Xresources': BANG,
  '.Xdefaults': BANG,
  '.Xmodmap': BANG,
  Xresources: BANG,
  Xdefaults: BANG,
  Xmodmap: BANG,
  'fonts.conf': MARKUP,
};

/** How a file of this name writes a comment; null where it has none. Most configuration files use `#`. */
export function commentMark(path: string): CommentMark | null {
  const name = basename(path);
  if (Object.hasOwn(BY_NAME, name)) return BY_NAME[name] ?? HASH;
  const mark = BY_EXTENSION.get(extname(name).slice(1).toLowerCase());
  return mark === undefined ? HASH : mark;
}
