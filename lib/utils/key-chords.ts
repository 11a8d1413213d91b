const LONGEST = 80;
const MOST_ALTERNATIVES = 16;

/** Modifiers in the order in which they are written, with every name that programs give them. */
const MODIFIERS: readonly (readonly [name: string, long: string, short: string])[] = [
  ['Ctrl', 'ctrl control', 'c'],
  ['Alt', 'alt opt option meta mod1', 'm a'],
  ['Shift', 'shift', 's'],
  ['Super', 'super cmd command win windows logo mod4 mod $mod', 'd'],
  ['Hyper', 'hyper', 'h'],
];
const index = (column: 1 | 2) =>
  new Map(MODIFIERS.flatMap((row) => row[column].split(' ').map((alias): [string, string] => [alias, row[0]])));
const LONG = index(1);
/** One letter is a modifier only where it is tied to a key: `C-a`, never `c a`. */
const SHORT = index(2);

const KEYS = new Map<string, string>(
  (
    [
      ['Enter', 'enter return cr ret'],
      ['Esc', 'esc escape'],
      ['Space', 'space spc'],
      ['Tab', 'tab'],
      ['Backspace', 'backspace bs bspace'],
      ['Delete', 'delete del dc'],
      ['Insert', 'insert ins'],
      ['Up', 'up ↑'],
      ['Down', 'down ↓'],
      ['Left', 'left ←'],
      ['Right', 'right →'],
      ['PageUp', 'pageup page_up page-up pgup prior'],
      ['PageDown', 'pagedown page_down page-down pgdn pgdown next'],
      ['Home', 'home'],
      ['End', 'end'],
      ['Print', 'print printscreen'],
      ['Caps', 'caps capslock caps_lock'],
      ['-', 'minus'],
      ['+', 'plus'],
      ['=', 'equal equals'],
      [',', 'comma'],
      ['.', 'period dot'],
      ['/', 'slash'],
      ['\\', 'backslash bslash'],
      ['|', 'bar pipe'],
      [';', 'semicolon'],
      ['`', 'grave backtick'],
      ["'", 'apostrophe'],
      ['<', 'lt less'],
      ['>', 'gt greater'],
      ['[', 'bracketleft left_bracket'],
      [']', 'bracketright right_bracket'],
      ['prefix', 'prefix'],
      ['leader', 'leader'],
    ] as const
  ).flatMap(([name, names]) => names.split(' ').map((alias): [string, string] => [alias, name])),
);
/** Programs in which `gd` is two keys, one after the other. */
const CHARACTERWISE = new Set(['vim', 'neovim', 'helix']);

type Held = { modifiers: Set<string>; tied: boolean };

/** One key as everybody would write it; null for a word that names none. */
function keyName(word: string): string | null {
  const known = KEYS.get(word.toLowerCase());
  if (known) return known;
  if (/^f\d{1,2}$/i.test(word)) return word.toUpperCase();
  return [...word].length === 1 ? word : null;
}

function chord(word: string, { modifiers, tied }: Held): string {
  const held = new Set(modifiers);
  let key = keyName(word) ?? word.toLowerCase();
  if (/^\p{Lu}$/u.test(key)) {
    // `H` alone and `M-H` are typed with Shift; `Ctrl A` is how people write Ctrl and a. Ctrl never tells the two apart.
    if (held.size === 0 || (tied && !held.has('Ctrl'))) held.add('Shift');
    key = key.toLowerCase();
  }
  return [...MODIFIERS.map(([name]) => name).filter((name) => held.has(name)), key].join('+');
}

/** `h/j/k/l` and `1…4` stand for several keys. */
function alternatives(word: string): string[] {
  const range = /^(\d)(?:…|\.{2,3}|–|-)(\d)$/.exec(word);
  if (range) {
    const [from, to] = [Number(range[1]), Number(range[2])];
    return Array.from({ length: Math.max(1, to - from + 1) }, (_, at) => String(from + at));
  }
  const parts = word.split('/');
  return parts.length > 1 && parts.every((part) => keyName(part) !== null) ? parts : [word];
}

/** `C-a`, `ctrl+shift+h`, `^A` into modifiers and what they hold; a word without modifiers is itself. */
function untie(word: string, held: Held, short: boolean): string {
  if (/^\^.$/u.test(word)) {
    held.modifiers.add('Ctrl');
    return word.slice(1);
  }
  let rest = word;
  for (;;) {
    const cut = /^([^+-]+)[+-](?=.)/u.exec(rest);
    const name = cut?.[1]?.toLowerCase() ?? '';
    const modifier = LONG.get(name) ?? (short ? SHORT.get(name) : undefined);
    if (!cut || !modifier) return rest;
    if (!LONG.has(name)) held.tied = true;
    held.modifiers.add(modifier);
    rest = rest.slice(cut[0].length);
  }
}

const readable = (word: string, program: string): string[] =>
  CHARACTERWISE.has(program) && keyName(word) === null && /^[^\s/:]{2,4}$/u.test(word) ? [...word] : [word];

/**
 * A key binding in the one way to write it, so that `C-a`, `ctrl+A` and `Ctrl a` are the same: modifiers in a fixed order,
 * keys one after another, `prefix` and `leader` by name. Several when it stands for several (`h/j/k/l`). Never throws.
 */
export function keyChords(text: string, program = '', lead?: { keys: string; name: 'prefix' | 'leader' }): string[] {
  const words = text.slice(0, LONGEST).match(/<[^<>\s]{2,30}>|[^\s<]+|</gu) ?? [];
  let sequences = [''];
  let held: Held = { modifiers: new Set(), tied: false };
  for (const [at, raw] of words.entries()) {
    const bracketed = raw.length > 2 && raw.startsWith('<');
    // A plus between two words ties them together, or says "and then".
    if ((raw === '+' || raw === ',') && at > 0 && at < words.length - 1) continue;
    const plain = bracketed ? raw.slice(1, -1) : raw;
    const word = untie(plain, held, true);
    const modifier = LONG.get(word.toLowerCase());
    if (modifier && at < words.length - 1) {
      held.modifiers.add(modifier);
      continue;
    }
    const singly = bracketed || held.modifiers.size > 0 ? [word] : readable(word, program);
    for (const one of singly) {
      const keys = alternatives(one).map((key) => chord(key, held));
      sequences = sequences.flatMap((before) => keys.map((key) => `${before} ${key}`)).slice(0, MOST_ALTERNATIVES);
    }
    held = { modifiers: new Set(), tied: false };
  }
  const found = sequences.map((sequence) => sequence.trim()).filter(Boolean);
  const led = lead && keyChords(lead.keys === ' ' ? 'Space' : lead.keys, program)[0];
  return led
    ? found.map((keys) => (keys.startsWith(`${led} `) ? `${lead.name}${keys.slice(led.length)}` : keys))
    : found;
}
