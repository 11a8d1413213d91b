import type { ReactNode } from 'react';
import { Link } from './link';

export type Tone = 'ok' | 'warn' | 'bad' | 'info' | 'pen';

export function Badge({ tone, title, children }: { tone?: Tone | undefined; title?: string; children: ReactNode }) {
  return (
    <span className="badge" data-tone={tone} title={title}>
      {children}
    </span>
  );
}

/** A word in a box: a package, a tag, a shell. With `href` it leads somewhere; `current` marks a chosen filter. */
export function Chip({ href, current, children }: { href?: string; current?: boolean; children: ReactNode }) {
  if (!href) return <span className="chip">{children}</span>;
  return (
    <Link className="chip" href={href} aria-current={current ? 'true' : undefined}>
      {children}
    </Link>
  );
}
