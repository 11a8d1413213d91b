import { Ansi } from './ansi';
import type { PreviewTuple } from './card-data';
import { cssStyle } from './palette-style';

function pairs(flat: string[]): [string, string][] {
  const rows: [string, string][] = [];
  for (let at = 0; at < flat.length; at += 2) rows.push([flat[at] ?? '', flat[at + 1] ?? '']);
  return rows;
}

/** Every second text from a place on, each on its own line: two elements however many rows there are. */
const column = (flat: string[], from: 0 | 1) => flat.filter((_, at) => at % 2 === from).join('\n');

/** What it shows stands in cards.css: the same words in every palette, so that palettes can be compared. */
function Terminal({ css, variants }: { css: string; variants: number }) {
  return (
    <div className="pv term" style={cssStyle(css)} aria-hidden>
      <p>
        <b />
        <i />
      </p>
      <p>
        <b />
        <i />
        <s />
        <em />
      </p>
      <p>
        <em />
        <u />
        <i />
        <del />
      </p>
      <div className="sw" />
      {variants > 1 && <small data-n={variants} />}
    </div>
  );
}

/** The picture on a card: the thing itself, never art. Hidden from screen readers, which hear title and summary. */
export function CardPreview({ preview }: { preview: PreviewTuple }) {
  switch (preview[0]) {
    case 0:
      return <Terminal css={preview[1]} variants={preview[2]} />;
    case 1:
      return (
        <div className="pv term ansi" aria-hidden>
          <Ansi source={preview[1]} />
        </div>
      );
    case 2:
      return (
        <div className="pv ks" aria-hidden>
          {pairs(preview[1]).map(([keys, does]) => (
            <p key={`${keys} ${does}`}>
              <kbd className="key">{keys}</kbd>
              {does}
            </p>
          ))}
        </div>
      );
    case 3:
      return (
        <div className="pv ls" aria-hidden>
          <b>{column(preview[1], 0)}</b>
          <span>{column(preview[1], 1)}</span>
        </div>
      );
    case 4:
      return (
        <div className="pv cs" aria-hidden>
          <p>{`${preview[1]} ${preview[2].length + preview[3]}`}</p>
          {preview[2].map((item) => (
            <b key={item}>{item}</b>
          ))}
        </div>
      );
  }
}
