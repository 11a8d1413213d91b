import type { CSSProperties } from 'react';
import { type AnsiSpan, parseAnsi } from '@/lib/utils/ansi';
import { mixColors, readableOn } from '@/lib/utils/contrast';

/** The sixteen colours of `.term` in cards.css, needed here to keep samples readable. */
const TERM =
  '#121a17 #f08a80 #7fce9c #e2bb6d #86b4ee #e493c4 #74c8c9 #c3d0c8 #7f9288 #ffaaa1 #a0e6b8 #f3d591 #abcffc #f7b5da #9ae3e3 #ffffff'.split(
    ' ',
  );
const BACKGROUND = '#121a17';
const FOREGROUND = '#d9e4dd';

const hexOf = (colour: number | string | undefined, otherwise: string) =>
  typeof colour === 'number' ? (TERM[colour] ?? otherwise) : (colour ?? otherwise);

/** As terminals with a minimum contrast do it: a sample keeps its hues, and none of its text is lost. */
function styleOf({ fg, bg, bold, dim, italic, underline }: AnsiSpan): CSSProperties | undefined {
  const style: CSSProperties = {};
  const ground = hexOf(bg, BACKGROUND);
  const plain = hexOf(fg, FOREGROUND);
  const shown = readableOn(ground, dim ? mixColors(plain, ground, 0.3) : plain);
  if (bg !== undefined) style.background = ground;
  if (shown !== FOREGROUND) style.color = shown;
  if (bold) style.fontWeight = 700;
  if (italic) style.fontStyle = 'italic';
  if (underline) style.textDecoration = 'underline';
  return Object.keys(style).length > 0 ? style : undefined;
}

/** A prompt or any terminal sample, in the colours of the site's own terminal. */
export function Ansi({ source }: { source: string }) {
  return parseAnsi(source).map((span, index) => {
    const style = styleOf(span);
    if (!style) return span.text;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the spans of one sample never move
      <span key={index} style={style}>
        {span.text}
      </span>
    );
  });
}
