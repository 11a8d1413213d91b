'use client';

import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';

/** Copies `text`, and says what it copied: `what` is a noun such as "install command". */
export function CopyButton({ text, what }: { text: string; what: string }) {
  const [said, setSaid] = useState<string | null>(null);

  useEffect(() => {
    if (said === null) return;
    const timer = setTimeout(() => setSaid(null), 2500);
    return () => clearTimeout(timer);
  }, [said]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(`Copied the ${what}`);
    } catch {
      setSaid(`Could not copy the ${what}`);
    }
  }

  const copied = said?.startsWith('Copied');
  return (
    <button type="button" className="btn copy" data-size="sm" onClick={copy} aria-label={`Copy the ${what}`}>
      {copied ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />}
      <span role="status">{said ?? ''}</span>
    </button>
  );
}
