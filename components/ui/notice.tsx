import type { ReactNode } from 'react';

type NoticeTone = 'ok' | 'warn' | 'bad' | 'info';

/** A message that belongs to the page. `live` announces one that appears after an action: bad at once, others politely. */
export function Notice({
  tone,
  title,
  live,
  children,
}: {
  tone: NoticeTone;
  title?: ReactNode;
  live?: boolean;
  children?: ReactNode;
}) {
  const role = live ? (tone === 'bad' ? 'alert' : 'status') : undefined;
  return (
    <div className="notice" data-tone={tone} role={role}>
      {title && <p className="font-semibold">{title}</p>}
      {children && <div className="text-ink-2">{children}</div>}
    </div>
  );
}
