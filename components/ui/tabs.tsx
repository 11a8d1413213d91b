import { Count } from './figures';
import { Link } from './link';

export type Tab = { href: string; label: string; count?: number; current?: boolean };

/** Tabs that are links: each has an address, and works without JavaScript. */
export function Tabs({ label, items }: { label: string; items: readonly Tab[] }) {
  return (
    <nav aria-label={label} className="tabs">
      {items.map((tab) => (
        <Link key={tab.href} href={tab.href} aria-current={tab.current ? 'page' : undefined}>
          {tab.label}
          {tab.count !== undefined && (
            <span className="font-mono text-xs text-ink-3">
              <Count value={tab.count} />
            </span>
          )}
        </Link>
      ))}
    </nav>
  );
}
