'use client';

import './globals.css';

/** The last resort, when the layout itself failed: it brings its own document. */
export default function GlobalError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <main className="wrap py-16" role="alert">
          <h1 className="text-2xl">dotkit could not start this page</h1>
          <p className="mt-3 text-ink-2">
            It has been logged{error.digest ? ` under ${error.digest}` : ''}. Try again in a moment.
          </p>
          <p className="mt-6">
            <button type="button" className="btn" data-look="solid" onClick={reset}>
              Try again
            </button>
          </p>
        </main>
      </body>
    </html>
  );
}
