/** Signs of prompts and prose that the typefaces of pictures lack, and what stands for them. */
const STAND_INS: Record<string, string> = {
  '❯': '>',
  '›': '>',
  '➜': '>',
  '❮': '<',
  '→': '>',
  '←': '<',
  '●': '•',
  '✗': 'x',
  '✘': 'x',
  '✔': '+',
  '✓': '+',
  λ: '>',
  µ: 'u',
  '─': '-',
  '│': '|',
  '╭': '-',
  '╰': '-',
  '⇡': '^',
  '⇣': 'v',
  '\t': ' ',
  '\n': ' ',
};

/** What both typefaces draw: letters and signs of Latin 1, and the punctuation of prose. */
const DRAWN = /[\u0020-\u007e\u00a1-\u00ac\u00ae-\u00b4\u00b6-\u00ff–—‘’“”•…€]/;

/**
 * Text for a picture. Whatever the typefaces cannot draw is left out, whether emoji, another script, a direction mark or a
 * sign without width: a drawing program that misses a glyph would go and ask the internet for it.
 */
export function drawable(text: string, longest: number): string {
  let drawn = '';
  for (const sign of text.slice(0, longest * 4).normalize('NFC')) {
    const shown = STAND_INS[sign] ?? sign;
    if (DRAWN.test(shown) && shown.length === 1) drawn += shown;
    else if (/\p{L}/u.test(sign)) drawn += [...sign.normalize('NFD')].filter((part) => DRAWN.test(part)).join('');
  }
  return drawn.length > longest ? `${drawn.slice(0, longest - 1).trimEnd()}…` : drawn;
}
