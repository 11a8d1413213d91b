import { extensionOf } from '@/lib/utils/extension-of';

const DOC_EXTENSIONS = new Set(['md', 'markdown', 'mdx', 'rst', 'adoc', 'asciidoc', 'org', 'txt']);
const DOC_NAMES =
  /^(?:readme|changelog|changes|history|news|licen[cs]e|copying|authors|contributors|contributing|notice|security|code_of_conduct)(?:[._-]|$)/i;
const AUTOMATION =
  /^(?:\.github|\.gitlab|\.circleci|\.woodpecker|\.forgejo|\.gitea)\/|^(?:\.travis|\.gitlab-ci|\.appveyor|appveyor|\.drone|\.cirrus)\.ya?ml$/;

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Whether people read this file and no program does: what it says in prose runs nowhere, unless it is installed. */
export function isDocument(path: string): boolean {
  return DOC_EXTENSIONS.has(extensionOf(path)) || DOC_NAMES.test(baseName(path));
}

/** Whether only the author's own forge reads this file. */
export function isAutomation(path: string): boolean {
  return AUTOMATION.test(path);
}

const README = /^readme(?:\.(?:md|markdown|txt|rst|adoc|org))?$/i;
const CHANGELOG = /^(?:changelog|changes|history|news)(?:\.(?:md|markdown|txt|rst|adoc|org))?$/i;

export function isReadme(path: string): boolean {
  return README.test(path);
}

export function isChangelog(path: string): boolean {
  return CHANGELOG.test(path);
}

// biome-ignore format: a list, read at a glance
const CODE_EXTENSIONS = new Set([
  'sh', 'bash', 'zsh', 'ksh', 'csh', 'tcsh', 'fish', 'nu', 'elv', 'xsh', 'plugin', 'zsh-theme', 'bash-theme', 'tmux', 'command',
  'ps1', 'psm1', 'psd1', 'bat', 'cmd', 'vbs', 'vbe', 'wsf', 'hta', 'reg', 'lnk', 'scr', 'msi', 'exe', 'dll', 'com', 'ahk', 'au3',
  'js', 'mjs', 'cjs', 'jsx', 'ts', 'mts', 'cts', 'tsx', 'coffee', 'wasm', 'html', 'htm', 'xhtml', 'py', 'pyc', 'pyw', 'rb', 'pl',
  'pm', 'php', 'tcl', 'awk', 'lua', 'luac', 'fnl', 'moon', 'vim', 'vimrc', 'el', 'elc', 'scm', 'ss', 'rkt', 'clj', 'lisp', 'janet',
  'go', 'rs', 'c', 'h', 'cc', 'cpp', 'hpp', 'm', 'swift', 'java', 'kt', 'class', 'jar', 'scala', 'cs', 'd', 'zig', 'nim', 'hs', 'ml',
  'r', 'jl', 'ex', 'exs', 'erl', 'groovy', 'gradle', 'applescript', 'scpt', 'scptd', 'workflow', 'so', 'dylib', 'bundle', 'node', 'o',
  'a', 'app', 'appimage', 'run', 'bin', 'deb', 'rpm', 'pkg', 'dmg', 'apk', 'desktop', 'service', 'timer', 'socket', 'mk', 'make',
]);
// biome-ignore format: a list, read at a glance
const CODE_NAMES = new Set([
  '.profile', '.bashrc', '.bash_profile', '.bash_login', '.bash_logout', '.bash_aliases', '.zshrc', '.zshenv', '.zprofile',
  '.zlogin', '.zlogout', '.kshrc', '.mkshrc', '.cshrc', '.tcshrc', '.login', '.logout', '.envrc', '.vimrc', '.gvimrc', '.nvimrc',
  '.ideavimrc', '.exrc', '_vimrc', 'vimrc', '.emacs', '.xinitrc', '.xsession', '.xprofile', '.xsessionrc', '.gdbinit', '.lldbinit',
  '.pythonrc', '.irbrc', '.pryrc', '.guile', 'bspwmrc', 'sxhkdrc', 'makefile', 'gnumakefile', 'justfile', 'rakefile', 'gemfile',
  'configure', 'gradlew', 'dockerfile', 'vagrantfile', 'zshrc', 'bashrc', 'zshenv', 'zprofile', 'crontab',
]);

/** Whether a program would run a file of this name, wherever it lies: by its extension, or as a start-up file. */
export function isCodePath(path: string): boolean {
  return CODE_EXTENSIONS.has(extensionOf(path)) || CODE_NAMES.has(baseName(path).toLowerCase());
}

const MAGICS: readonly (readonly [string, string])[] = [
  ['\u007fELF', 'an ELF program'],
  ['MZ', 'a Windows program'],
  ['\u00cf\u00fa\u00ed\u00fe', 'a Mach-O program'],
  ['\u00ce\u00fa\u00ed\u00fe', 'a Mach-O program'],
  ['\u00fe\u00ed\u00fa\u00cf', 'a Mach-O program'],
  ['\u00fe\u00ed\u00fa\u00ce', 'a Mach-O program'],
  ['\u00ca\u00fe\u00ba\u00be', 'a Java class or Mach-O program'],
  ['\u0000asm', 'a WebAssembly module'],
  ['\u001bLua', 'compiled Lua'],
  ['#!', 'a script (#!)'],
];

const FIRST_BYTES = new Set([0xef, ...MAGICS.map(([magic]) => magic.charCodeAt(0))]);

/** What kind of program a file's first bytes say it is, or null. */
export function programKind(head: Uint8Array): string | null {
  if (!FIRST_BYTES.has(head[0] ?? -1)) return null;
  const text = String.fromCharCode(...head.subarray(head[0] === 0xef && head[1] === 0xbb ? 3 : 0).subarray(0, 8));
  for (const [magic, kind] of MAGICS) if (text.startsWith(magic)) return kind;
  return null;
}
