'use client';

import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';

type CopyButtonProps = {
  /** A noun such as "install command": the button says what it copied. */
  what: string;
} & ({ text: string; from?: never } | { text?: never; from: string });

async function textOf(address: string): Promise<string> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.text();
}

/** Copies `text`, or what the address `from` answers. */
export function CopyButton({ text, from, what }: CopyButtonProps) {
  const [said, setSaid] = useState<string | null>(null);

  useEffect(() => {
    if (said === null) return;
    const timer = setTimeout(() => setSaid(null), 2500);
    return () => clearTimeout(timer);
  }, [said]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(text ?? (await textOf(from)));
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
