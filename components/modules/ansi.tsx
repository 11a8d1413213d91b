import type { CSSProperties } from 'react';
import { type AnsiSpan, parseAnsi } from '@/lib/utils/ansi';

const colour = (value: number | string | undefined) => (typeof value === 'number' ? `var(--${value})` : value);

function styleOf(span: AnsiSpan): CSSProperties | undefined {
  const style: CSSProperties = {};
  if (span.bg !== undefined) style.background = colour(span.bg);
  if (span.fg !== undefined) style.color = colour(span.fg);
  if (span.bold) style.fontWeight = 700;
  if (span.dim) style.opacity = 0.7;
  if (span.italic) style.fontStyle = 'italic';
  if (span.underline) style.textDecoration = 'underline';
  return Object.keys(style).length > 0 ? style : undefined;
}

/** A prompt or any terminal sample, in the sixteen colours of the terminal around it. */
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
