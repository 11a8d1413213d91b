'use client';

import { useEffect, useRef } from 'react';
import { CopyButton } from '@/components/ui/copy-button';
import { Notice } from '@/components/ui/notice';

/** The secret of a new token, shown this once: it is kept nowhere, and no address holds it. */
export function TokenSecret({ token }: { token: string }) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus(), []);
  return (
    <div ref={ref} tabIndex={-1} className="min-w-0">
      <Notice tone="ok" title="Copy the token now. It is not shown again." live>
        <div className="cmd mt-2">
          <code className="select-all break-all whitespace-normal">{token}</code>
          <CopyButton text={token} what="token" />
        </div>
      </Notice>
    </div>
  );
}
