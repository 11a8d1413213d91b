import type { CSSProperties, ReactNode } from 'react';
import { parseAnsi } from '@/lib/utils/ansi';
import { drawable } from '@/lib/utils/drawable';
import type { CardPreview, Palette } from '@/types/module';
import { SITE_INK } from './sheet';

const ROWS = 3;
/** The sixteen colours of the site's own terminal, as in app/styles/cards.css. */
const TERMINAL =
  '#121a17 #f08a80 #7fce9c #e2bb6d #86b4ee #e493c4 #74c8c9 #c3d0c8 #7f9288 #ffaaa1 #a0e6b8 #f3d591 #abcffc #f7b5da #9ae3e3 #ffffff'.split(
    ' ',
  );

const panel: CSSProperties = {
  display: 'flex',
  flexDirection: 'column',
  padding: '20px 28px',
  marginBottom: 48,
  border: '2px solid #2a3530',
  borderRadius: 8,
  background: '#0b0f0d',
  fontFamily: 'Mono',
  fontSize: 26,
};

function Swatches({ palette }: { palette: Palette }) {
  const row = (colours: string[]) => (
    <div style={{ display: 'flex' }}>
      {colours.map((background, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the places of a palette never move
        <div key={index} style={{ width: 150, height: 76, background }} />
      ))}
    </div>
  );
  return (
    <div style={{ display: 'flex', flexDirection: 'column', marginLeft: -64, width: 1200 }}>
      {row(palette.ansi.slice(0, 8))}
      {row(palette.ansi.slice(8, 16))}
    </div>
  );
}

const colourOf = (colour: number | string | undefined) => (typeof colour === 'number' ? TERMINAL[colour] : colour);

function Terminal({ ansi }: { ansi: string }) {
  const lines: ReactNode[][] = [[]];
  for (const { text, fg, bg, bold } of parseAnsi(ansi.slice(0, 2000))) {
    text.split('\n').forEach((part, index) => {
      if (index > 0) lines.push([]);
      const shown = drawable(part, 80);
      if (!shown) return;
      lines.at(-1)?.push(
        <span
          key={`${lines.length}.${lines.at(-1)?.length}`}
          style={{
            whiteSpace: 'pre',
            color: colourOf(fg) ?? SITE_INK.text,
            fontWeight: bold ? 700 : 400,
            ...(bg === undefined ? {} : { background: colourOf(bg) ?? SITE_INK.ground }),
          }}
        >
          {shown}
        </span>,
      );
    });
  }
  return (
    <div style={{ ...panel, overflow: 'hidden' }}>
      {lines.slice(0, ROWS + 1).map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one sample never move
        <div key={index} style={{ display: 'flex', height: 36 }}>
          {line}
        </div>
      ))}
    </div>
  );
}

function Rows({ rows, caps }: { rows: [string, string][]; caps: boolean }) {
  const first: CSSProperties = caps
    ? { padding: '2px 14px', marginRight: 20, border: `2px solid ${SITE_INK.soft}`, borderRadius: 6 }
    : { width: 320, color: SITE_INK.spot };
  return (
    <div style={panel}>
      {rows.slice(0, ROWS).map(([left, right], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows of one picture never move
        <div key={index} style={{ display: 'flex', alignItems: 'center', height: 52 }}>
          <div style={first}>{drawable(left, 20) || '…'}</div>
          <div style={{ color: SITE_INK.soft }}>{drawable(right, caps ? 40 : 44)}</div>
        </div>
      ))}
    </div>
  );
}

function Chips({ label, items, more }: { label: string; items: string[]; more: number }) {
  const shown = items
    .map((item) => drawable(item, 24))
    .filter(Boolean)
    .slice(0, 6);
  return (
    <div style={{ ...panel, flexDirection: 'row', flexWrap: 'wrap', alignItems: 'center' }}>
      <div style={{ marginRight: 22, color: SITE_INK.spot }}>{`${drawable(label, 16)} ${items.length + more}`}</div>
      {shown.map((item) => (
        <div key={item} style={{ padding: '4px 14px', margin: 6, border: '2px solid #2a3530', borderRadius: 6 }}>
          {item}
        </div>
      ))}
    </div>
  );
}

/** The same picture as on a module's card, drawn for 1200 × 630. */
export function Preview({ preview }: { preview: CardPreview }) {
  switch (preview.shape) {
    case 'palette':
      return <Swatches palette={preview.palette} />;
    case 'ansi':
      return <Terminal ansi={preview.ansi} />;
    case 'keys':
      return <Rows rows={preview.rows.map(({ keys, does }) => [keys, does])} caps />;
    case 'lines':
      return <Rows rows={preview.rows.map(({ left, right }) => [left, right])} caps={false} />;
    case 'chips':
      return <Chips {...preview} />;
  }
}
