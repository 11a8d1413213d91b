export type AnsiSpan = {
  text: string;
  /** 0–15 of the palette, or `#rrggbb`. Absent is the default colour. */
  fg?: number | string;
  bg?: number | string;
  bold?: boolean;
  dim?: boolean;
  italic?: boolean;
  underline?: boolean;
};

type Style = Omit<AnsiSpan, 'text'>;

const hex = (...channels: number[]) =>
  `#${channels.map((value) => Math.max(0, Math.min(255, value)).toString(16).padStart(2, '0')).join('')}`;

/** One of the 256 colours: the palette's sixteen, the 6×6×6 cube, the grey ramp. */
function indexed(index: number): number | string {
  if (index < 16) return index;
  if (index >= 232) return hex(...Array<number>(3).fill(8 + (index - 232) * 10));
  const step = (value: number) => (value === 0 ? 0 : 55 + value * 40);
  const cube = index - 16;
  return hex(step(Math.floor(cube / 36)), step(Math.floor(cube / 6) % 6), step(cube % 6));
}

/** Reads `38;5;n` or `38;2;r;g;b` from `codes` at `at`; answers the colour and how many codes it took. */
function extended(codes: number[], at: number): [colour: number | string | undefined, taken: number] {
  if (codes[at + 1] === 5) return [indexed(codes[at + 2] ?? 0), 2];
  if (codes[at + 1] === 2) return [hex(codes[at + 2] ?? 0, codes[at + 3] ?? 0, codes[at + 4] ?? 0), 4];
  return [undefined, 0];
}

const SWITCHES: Record<number, (style: Style) => Style> = {
  0: () => ({}),
  1: (style) => ({ ...style, bold: true }),
  2: (style) => ({ ...style, dim: true }),
  3: (style) => ({ ...style, italic: true }),
  4: (style) => ({ ...style, underline: true }),
  22: ({ bold: _bold, dim: _dim, ...style }) => style,
  23: ({ italic: _italic, ...style }) => style,
  24: ({ underline: _underline, ...style }) => style,
  39: ({ fg: _fg, ...style }) => style,
  49: ({ bg: _bg, ...style }) => style,
};

function applyCodes(style: Style, codes: number[]): Style {
  let next = style;
  for (let at = 0; at < codes.length; at += 1) {
    const code = codes[at] ?? 0;
    const change = SWITCHES[code];
    if (change) next = change(next);
    else if (code >= 30 && code <= 37) next = { ...next, fg: code - 30 };
    else if (code >= 90 && code <= 97) next = { ...next, fg: code - 82 };
    else if (code >= 40 && code <= 47) next = { ...next, bg: code - 40 };
    else if (code >= 100 && code <= 107) next = { ...next, bg: code - 92 };
    else if (code === 38 || code === 48) {
      const [colour, taken] = extended(codes, at);
      at += taken;
      if (colour !== undefined) next = { ...next, [code === 38 ? 'fg' : 'bg']: colour };
    }
  }
  return next;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what this file reads
const ESCAPE = /\u001b\[([0-9;]*)m|\u001b(?:\[[0-9;?]*[A-Za-z]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)|.)?/g;

/**
 * Splits text with ANSI SGR sequences into styled spans. Every other escape sequence is dropped, empty lines around the text
 * are trimmed, and nothing is interpreted as markup.
 */
export function parseAnsi(source: string): AnsiSpan[] {
  const spans: AnsiSpan[] = [];
  let style: Style = {};
  let from = 0;
  const push = (text: string) => {
    if (text) spans.push({ text, ...style });
  };
  const text = source.replace(/\r\n?/g, '\n').replace(/^\n+|\s+$/g, '');
  for (const match of text.matchAll(ESCAPE)) {
    push(text.slice(from, match.index));
    from = match.index + match[0].length;
    if (match[1] !== undefined) style = applyCodes(style, match[1].split(';').map(Number));
  }
  push(text.slice(from));
  return spans;
}
