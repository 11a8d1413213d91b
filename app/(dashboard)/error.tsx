'use client';

import { Button, LinkButton } from '@/components/ui/button';
import { routes } from '@/lib/routes';

/** A bug, or an engine that is down. The navigation stays, so that the other pages can be tried. */
export default function DashboardError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <div className="max-w-2xl" role="alert">
      <h1 className="text-2xl">This page could not be made</h1>
      <p className="mt-3 text-ink-2">
        Something failed on our side, and it has been logged. What you saved before is safe. Try again in a moment.
      </p>
      {error.digest && (
        <p className="mt-3 text-ink-2">
          Reference <code>{error.digest}</code>
        </p>
      )}
      <p className="mt-6 flex flex-wrap gap-3">
        <Button look="solid" onClick={reset}>
          Try again
        </Button>
        <LinkButton href={routes.dashboard()}>My modules</LinkButton>
      </p>
    </div>
  );
}
