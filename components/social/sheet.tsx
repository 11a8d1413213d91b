import type { ReactNode } from 'react';

export type Ink = { ground: string; text: string; soft: string; spot: string };

/** The dark scheme of the site, see app/globals.css: a drawing knows no custom properties. */
export const SITE_INK: Ink = { ground: '#101513', text: '#e3ebe6', soft: '#b0beb6', spot: '#ff8abf' };

type SheetProps = { ink?: Ink; corner: string; path: string; title: string; text: string; children?: ReactNode };

/** The sheet that every picture is drawn on: whose it is, what it is called, and the thing itself below. */
export function Sheet({ ink = SITE_INK, corner, path, title, text, children }: SheetProps) {
  return (
    <div
      style={{
        display: 'flex',
        flexDirection: 'column',
        width: '100%',
        height: '100%',
        padding: '52px 64px 0',
        background: ink.ground,
        color: ink.text,
        fontFamily: 'Sans',
      }}
    >
      <div style={{ display: 'flex', justifyContent: 'space-between', fontFamily: 'Mono', fontSize: 28 }}>
        <div style={{ display: 'flex', alignItems: 'center' }}>
          <div style={{ width: 22, height: 22, marginRight: 14, background: ink.spot }} />
          <div style={{ fontWeight: 700 }}>dotkit</div>
        </div>
        <div style={{ color: ink.soft }}>{corner}</div>
      </div>
      <div style={{ marginTop: 40, color: ink.soft, fontFamily: 'Mono', fontSize: 28 }}>{path}</div>
      <div style={{ marginTop: 6, fontSize: title.length > 28 ? 50 : 68, fontWeight: 700, lineHeight: 1.1 }}>
        {title}
      </div>
      <div style={{ marginTop: 14, color: ink.soft, fontSize: 30, lineHeight: 1.3 }}>{text}</div>
      <div style={{ display: 'flex', flexDirection: 'column', flexGrow: 1, justifyContent: 'flex-end' }}>
        {children}
      </div>
    </div>
  );
}
