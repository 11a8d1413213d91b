import type { ReactNode } from 'react';
import { Link } from '@/components/ui/link';

/** A list of things that are managed: side by side where there is room, one below the other where there is none. */
export function Rows({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul aria-label={label} className="border-t border-rule">
      {children}
    </ul>
  );
}

type RowProps = {
  title: ReactNode;
  href?: string;
  /** The exact name below the title. */
  code?: ReactNode;
  /** Short figures: a term and its value. */
  facts: Record<string, ReactNode>;
  children: ReactNode;
};

/** `children` are what can be done with the thing. */
export function Row({ title, href, code, facts, children }: RowProps) {
  return (
    <li className="flex flex-wrap items-center gap-x-8 gap-y-1 border-b border-rule py-3">
      <div className="min-w-0 flex-1 basis-40">
        {href ? (
          <Link className="link inline-flex min-h-(--target) items-center font-semibold" href={href}>
            {title}
          </Link>
        ) : (
          <span className="font-semibold">{title}</span>
        )}
        {code && <code className="block text-ink-3">{code}</code>}
      </div>
      <dl className="flex flex-wrap gap-x-6 gap-y-1 text-ink-2 sm:flex-[2] sm:basis-80">
        {Object.entries(facts).map(([term, value]) => (
          <div key={term}>
            <dt className="text-xs text-ink-3">{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {children}
    </li>
  );
}
