import type { ReactNode } from 'react';

/** Says why nothing is here and what to do about it. `sample` may hold a command. */
export function EmptyState({ title, children, sample }: { title: string; children?: ReactNode; sample?: string }) {
  return (
    <div className="border-y border-rule bg-bar px-5 py-8">
      <p className="text-lg font-semibold">{title}</p>
      {children && <div className="mt-1 max-w-2xl text-ink-2">{children}</div>}
      {sample && <pre className="mt-4 overflow-x-auto border border-rule bg-sunken p-3">{sample}</pre>}
    </div>
  );
}
