'use client';

/** When the layout itself fails: no header, no style sheet, nothing that could fail again. */
export default function GlobalError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en">
      <body
        style={{ maxWidth: '40rem', margin: '4rem auto', padding: '0 1rem', font: '1rem/1.6 system-ui, sans-serif' }}
      >
        <title>This page could not be made · dotkit</title>
        <h1>This page could not be made</h1>
        <p>
          Something failed on our side, and it has been logged. Nothing that you did was lost. Try again in a moment.
        </p>
        {error.digest && (
          <p>
            Reference <code>{error.digest}</code>
          </p>
        )}
        <button type="button" onClick={reset} style={{ minHeight: '2.75rem', padding: '0 1.25rem', font: 'inherit' }}>
          Try again
        </button>
      </body>
    </html>
  );
}
