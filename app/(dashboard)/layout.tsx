import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { HostedIdentity } from '@/components/accounts/hosted-lazily';
import { DashboardNav } from '@/components/dashboard/dashboard-nav';
import { env } from '@/lib/env';
import { isLocalIdentity } from '@/lib/infra/local-issuer';

/** Everything here is somebody's own: nothing of it may be prerendered. */
export const dynamic = 'force-dynamic';

export const metadata: Metadata = { robots: { index: false } };

function Identity({ children }: { children: ReactNode }) {
  // The provider's scripts renew a hosted session; the local one renews itself, so they are never loaded for it.
  if (isLocalIdentity()) return children;
  return <HostedIdentity publishableKey={env().NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY}>{children}</HostedIdentity>;
}

export default function DashboardLayout({ children }: { children: ReactNode }) {
  return (
    <Identity>
      <div className="wrap pt-6">
        <DashboardNav />
        <div className="pt-8">{children}</div>
      </div>
    </Identity>
  );
}
