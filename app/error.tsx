'use client';

import { Button } from '@/components/ui/button';

/** A bug or an engine that is down. The digest finds it in the log; the message itself is never shown. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <div className="wrap py-16" role="alert">
      <h1 className="text-2xl">This page could not be made</h1>
      <p className="mt-3 max-w-2xl text-ink-2">
        Something failed on our side, and it has been logged. Nothing that you did was lost. Try again in a moment.
      </p>
      {error.digest && (
        <p className="mt-3 text-ink-2">
          Reference <code>{error.digest}</code>
        </p>
      )}
      <p className="mt-6">
        <Button look="solid" onClick={reset}>
          Try again
        </Button>
      </p>
    </div>
  );
}
