import type { ReactNode } from 'react';

/** Terms and what they are. Terms without a value are left out. */
export function Facts({ of }: { of: Record<string, ReactNode> }) {
  const shown = Object.entries(of).filter(([, value]) => value !== undefined && value !== '' && value !== false);
  if (shown.length === 0) return null;
  return (
    <dl className="facts">
      {shown.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
