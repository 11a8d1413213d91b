'use client';

import { useEffect, useState } from 'react';

const SCHEMES = ['system', 'light', 'dark'] as const;
type Scheme = (typeof SCHEMES)[number];

function applyScheme(scheme: Scheme) {
  const root = document.documentElement;
  try {
    if (scheme === 'system') localStorage.removeItem('dotkit-scheme');
    else localStorage.setItem('dotkit-scheme', scheme);
  } catch {
    // A browser that refuses storage still gets the scheme for this page.
  }
  if (scheme === 'system') delete root.dataset.scheme;
  else root.dataset.scheme = scheme;
}

/** Steps through system, light and dark; the choice is kept in this browser. */
export function SchemeSwitch() {
  const [scheme, setScheme] = useState<Scheme>('system');

  useEffect(() => {
    const kept = document.documentElement.dataset.scheme;
    if (kept === 'light' || kept === 'dark') setScheme(kept);
  }, []);

  const next = SCHEMES[(SCHEMES.indexOf(scheme) + 1) % SCHEMES.length] ?? 'system';
  return (
    <button
      type="button"
      className="scheme"
      data-is={scheme}
      title={`Colours: ${scheme}`}
      aria-label={`Colours: ${scheme}. Change to ${next}.`}
      onClick={() => {
        applyScheme(next);
        setScheme(next);
      }}
    />
  );
}
