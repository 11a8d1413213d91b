import type { CodeLine } from './highlight';

/** The runs of one line as elements; plain text stays text. */
export function Runs({ line }: { line: CodeLine }) {
  return line.map((text, at) => {
    if (at % 2 === 0) return null;
    const name = line[at - 1];
    if (!name) return text;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the runs of one line never move
      <span key={at} className={name}>
        {text}
      </span>
    );
  });
}
