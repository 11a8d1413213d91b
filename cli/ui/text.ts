import { stripVTControlCharacters, styleText } from 'node:util';

/** Controls other than tab and line feed, and what changes the direction or hides: none of it reaches a terminal. */
const UNPRINTABLE = /(?![\t\n])\p{Cc}|\p{Bidi_Control}|[\u200b\u2060-\u2064\ufeff\u2028\u2029]|[\u{e0000}-\u{e007f}]/gu;

/** A text of foreign origin without anything that a terminal would take for a command. */
export const plain = (text: string): string => stripVTControlCharacters(text).replace(UNPRINTABLE, '');

/** Text that may be printed: whatever came from elsewhere was stripped when it was put in. Only `t` and `paint` make it. */
export class Text {
  constructor(private readonly value: string) {}
  toString(): string {
    return this.value;
  }
}

type Part = string | number | Text;
const printed = (part: Part): string => (part instanceof Text ? part.toString() : plain(String(part)));

/** A line to print: what stands between the marks is ours, what is put into them is stripped of controls. */
export const t = (strings: TemplateStringsArray, ...parts: Part[]): Text =>
  new Text(strings.reduce((text, string, at) => `${text}${printed(parts[at - 1] ?? '')}${string}`));

type Style = Parameters<typeof styleText>[0];
let colours = false;

/** Colours are off until the terminal, `NO_COLOR` and the options were asked. */
export function setColours(on: boolean): void {
  colours = on;
}

const styled =
  (style: Style) =>
  (text: Part): Text =>
    new Text(colours ? styleText(style, printed(text), { validateStream: false }) : printed(text));

export const paint = {
  bold: styled('bold'),
  dim: styled('dim'),
  red: styled('red'),
  green: styled('green'),
  yellow: styled('yellow'),
  blue: styled('blue'),
  cyan: styled('cyan'),
};
