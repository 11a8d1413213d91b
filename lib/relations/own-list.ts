import { type ClaimKind, SHELL_PROGRAMS } from '@/lib/manifest/claims';
import { parseRef } from '@/lib/manifest/names';
import { keyChords } from '@/lib/utils/key-chords';

/** Characters of a pasted list that are read. */
export const LONGEST_LIST = 64 * 1024;
const MOST_LINES = 5000;
const LONGEST_LINE = 400;
const MOST_REFS = 40;

/** One line of a pasted list: what it occupies, as claims. A key without a known program is matched by its chord alone. */
export type OwnEntry = { line: number; text: string; kind: ClaimKind; what: string; claims: string[]; chord?: string };
export type OwnList = {
  entries: OwnEntry[];
  refs: string[];
  unread: { line: number; text: string }[];
  leftOut: number;
};

type Found = Omit<OwnEntry, 'line' | 'text'>;
type Reader = (line: string, section: string) => Found | null;

const alias = (name: string, programs: string[]): Found => ({
  kind: 'alias',
  what: name,
  claims: programs.map((program) => `alias:${program} ${name}`),
});

const command = (name: string): Found => ({ kind: 'command', what: name, claims: [`command:${name}`] });

/** A word alone may be either: whoever pastes names of commands often pastes aliases among them. */
const name = (word: string): Found => ({
  ...command(word),
  claims: [`command:${word}`, ...['git', ...SHELL_PROGRAMS].map((program) => `alias:${program} ${word}`)],
});

function keys(written: string, programs: string[] = [], lead?: 'prefix'): Found | null {
  const chord = keyChords(lead ? `${lead} ${written}` : written, programs[0] ?? '')[0];
  if (!chord) return null;
  const modes = (program: string) => (['vim', 'neovim', 'helix'].includes(program) ? `${program}/n` : program);
  return {
    kind: 'keys',
    what: chord,
    claims: programs.map((program) => `keys:${modes(program)} ${chord}`),
    ...(programs.length === 0 ? { chord } : {}),
  };
}

const ROOTS: readonly (readonly [RegExp, string])[] = [
  [/^(?:\$HOME|\$\{HOME\}|\{home\}|\/home\/[^/]+|\/Users\/[^/]+|\/root)(?=\/)/, '~'],
  [/^(?:\$XDG_CONFIG_HOME|\$\{XDG_CONFIG_HOME\}|\{config\})(?=\/)/, '~/.config'],
  [/^(?:\$XDG_DATA_HOME|\$\{XDG_DATA_HOME\}|\{data\})(?=\/)/, '~/.local/share'],
  [/^(?:\{state\})(?=\/)/, '~/.local/state'],
  [/^(?:\{cache\})(?=\/)/, '~/.cache'],
  [/^(?:\{bin\})(?=\/)/, '~/.local/bin'],
  [/^(?=\.[A-Za-z])(?!\.\.)/, '~/'],
];

function path(line: string): Found | null {
  if (/\s=|[=;|&<>"'`]/.test(line)) return null;
  const root = ROOTS.find(([pattern]) => pattern.test(line));
  const whole = root ? line.replace(root[0], root[1]) : line;
  if (!/^~\/[^\s/]/.test(whole)) return null;
  const clean = whole.replace(/\/+$/, '').replace(/\/{2,}/g, '/');
  return { kind: 'dest', what: clean, claims: [`dest:${clean}`] };
}

const tmux: Reader = (line) => {
  // A note may stand before the key: `bind -N "split" | split-window`.
  const rest = /^bind(?:-key)?\s+(.+)$/.exec(line)?.[1]?.replace(/-N (?:"[^"]*"|'[^']*'|\S+) /, '');
  const found = /^((?:-[nr]+ )*)(?:-T (\S+) )?((?:-[nr]+ )*)(\S+) \S/.exec(rest ?? '');
  const key = found?.[4]?.replace(/^(["'])(.+)\1$/, '$2').replace(/^\\(?=.)/, '');
  if (!found || !key || key.startsWith('"\\')) return null;
  const isRoot = `${found[1]}${found[3]}`.includes('n') || (found[2] !== undefined && found[2] !== 'prefix');
  return keys(key, ['tmux'], isRoot ? undefined : 'prefix');
};

const bound = (pattern: RegExp, programs: string[], rewrite = (found: string) => found): Reader => {
  return (line) => {
    const found = pattern.exec(line)?.[1];
    return found === undefined ? null : keys(rewrite(found), programs);
  };
};

/** zsh and readline write Control as `^` or `\C-`, and Alt as `\M-` or `\e`. */
const escapes = (found: string) => found.replace(/\\C-/g, 'C-').replace(/\\M-|\\e|\^\[/g, 'M-');

const inGit: Reader = (line, section) => {
  const listed = /^alias\.([A-Za-z][\w-]*)[\s=]/.exec(line)?.[1];
  const written = section === 'alias' ? /^([A-Za-z][\w-]*)\s*=/.exec(line)?.[1] : undefined;
  const configured = /^git config (?:--global )?alias\.([A-Za-z][\w-]*)\s/.exec(line)?.[1];
  const found = listed ?? written ?? configured;
  return found ? alias(found, ['git']) : null;
};

const inShell: Reader = (line) => {
  const abbr = /^abbr (?:(?:-a|--add|-g|--global|--) )*([^\s-][^\s=]*)\s/.exec(line)?.[1];
  if (abbr) return alias(abbr, ['fish']);
  const declared = /^alias (?:-\w+ |-- )*(?:'([^'=]+)'|([^\s=']+))(?:=|\s)/.exec(line);
  const named = declared?.[1] ?? declared?.[2];
  if (named) return alias(named, SHELL_PROGRAMS);
  // What zsh prints has no word before it, and looks like a variable; those are written in capitals.
  const printed = /^([\w.:+-]+|'[^'=]+')=(?:'|\$'|")/.exec(line)?.[1]?.replaceAll("'", '');
  return printed && !/^[A-Z_]+$/.test(printed) ? alias(printed, SHELL_PROGRAMS) : null;
};

const inFunction: Reader = (line) => {
  const found = /^function ([\w.:+-]+)/.exec(line)?.[1] ?? /^([\w.:+-]+)\s*\(\)/.exec(line)?.[1];
  return found ? command(found) : null;
};

/** In this order: the first that understands a line has it. */
const READERS: readonly Reader[] = [
  inGit,
  bound(/^bind (?:-x )?["']?"([^"]+)":/, ['bash'], escapes),
  bound(/^bind[a-z]* ?= ?([^,]*,[^,]+),/, ['hyprland'], (found) => found.replaceAll(',', ' ')),
  tmux,
  bound(/^bindkey (?:-\w+ )*["']?([^"'\s]+)["']?\s+\S/, ['zsh'], escapes),
  bound(/^"([^"]+)":\s*\S/, ['bash'], escapes),
  bound(/^map ([^\s<]\S*) [a-z_]{3}/, ['kitty']),
  bound(/^keybind ?= ?([^=\s]+)=/, ['ghostty']),
  bound(/^bindsym (?:--\S+ )*(\S+) \S/, ['sway', 'i3']),
  bound(/^n?(?:nore)?map (?:<(?:silent|buffer|expr)> ?)*(\S+) \S/, ['vim', 'neovim']),
  bound(/keymap\.set\(\s*["']n["'],\s*["']([^"']+)["']/, ['neovim']),
  inShell,
  inFunction,
  (line) => path(line),
  (line) => (/^(?:prefix|<leader>)\s?\S+$/i.test(line) || isChord(line) ? keys(line) : null),
  (line) => (/^[A-Za-z0-9_.][\w.+-]*$/.test(line) ? name(line) : null),
];

/** `Ctrl+a`, `C-a`, `Super Shift H`: something held, then a key. */
const isChord = (line: string) =>
  /^(?:(?:ctrl|control|alt|opt|option|meta|shift|super|cmd|command|win|mod4|\$mod|hyper)[ +-]+)+\S{1,12}(?: \S{1,12})?$/i.test(
    line,
  ) || /^<?(?:[CMSAD]-){1,4}\S{1,12}>?$/.test(line);

/** `@ns/name`, with or without a version behind it. */
const refOf = (text: string): string | null => {
  const ref = /^@[^\s@]+\/[^\s@]+/.exec(text)?.[0] ?? '';
  return parseRef(ref) ? ref : null;
};

/** Every module that a lock file, or any other JSON, names. */
function refsOfJson(text: string): string[] | null {
  if (!/^\s*[[{]/.test(text)) return null;
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    return null;
  }
  const found = new Set<string>();
  const waiting: unknown[] = [root];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value === 'string') {
      const ref = refOf(value);
      if (ref) found.add(ref);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) waiting.push(key, inner);
    }
  }
  return [...found];
}

function readLine(line: string, section: string): Found | null {
  for (const reader of READERS) {
    const found = reader(line, section);
    if (found) return found;
  }
  return null;
}

/**
 * Reads what a person pastes of their own set-up: aliases, paths, key bindings, commands, modules, or a lock file, in any
 * mixture and one on a line. Never throws; what it does not understand is handed back. Time grows with the text alone.
 */
export function parseOwnList(text: string): OwnList {
  const cut = text.slice(0, LONGEST_LIST);
  const json = refsOfJson(cut);
  if (json)
    return { entries: [], refs: json.slice(0, MOST_REFS), unread: [], leftOut: Math.max(0, json.length - MOST_REFS) };
  const lines = cut.split(/\r\n?|\n/);
  const list: OwnList = { entries: [], refs: [], unread: [], leftOut: Math.max(0, lines.length - MOST_LINES) };
  const refs = new Set<string>();
  let section = '';
  for (const [index, raw] of lines.slice(0, MOST_LINES).entries()) {
    const line = raw.slice(0, LONGEST_LINE).trim().replace(/\s+/g, ' ');
    if (line === '' || /^(?:#|--|\/\/)(?:\s|$)/.test(line)) continue;
    const header = /^\[([^\]]{1,80})\]$/.exec(line)?.[1];
    if (header) {
      section = header.toLowerCase();
      continue;
    }
    const ref = refOf(line);
    const found = ref ? null : readLine(line, section);
    if (ref) refs.add(ref);
    else if (found) list.entries.push({ line: index + 1, text: line, ...found });
    else list.unread.push({ line: index + 1, text: line });
  }
  list.refs = [...refs].slice(0, MOST_REFS);
  list.leftOut += refs.size - list.refs.length;
  return list;
}
