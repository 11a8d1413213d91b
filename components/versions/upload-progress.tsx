'use client';

import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { Bytes } from '@/components/ui/figures';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import type { UploadState } from '@/hooks/use-upload';
import { routes } from '@/lib/routes';
import { UploadOutcome } from './upload-outcome';

type ProgressProps = { state: UploadState; onCancel: () => void; onRetry: () => void };

function Sending({ sent, total, onCancel }: { sent: number; total: number; onCancel: () => void }) {
  const percent = Math.floor((100 * sent) / total);
  return (
    <div className="grid grid-cols-1 gap-2">
      <label className="grid grid-cols-1 gap-1">
        <span className="font-semibold">Sending the archive</span>
        <progress className="h-3 w-full accent-(--pen)" value={sent} max={total}>
          {percent} %
        </progress>
      </label>
      <p className="font-mono text-sm text-ink-2">
        <Bytes size={sent} /> of <Bytes size={total} />, {percent} %
      </p>
      <div>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </div>
  );
}

function Step({ state, onCancel, onRetry }: ProgressProps) {
  switch (state.phase) {
    case 'idle':
      return null;
    case 'preparing':
      return (
        <Notice tone="info" live>
          Asking for a place to put the archive…
        </Notice>
      );
    case 'sending':
      return <Sending sent={state.sent} total={state.total} onCancel={onCancel} />;
    case 'verifying':
      return state.upload ? (
        <UploadOutcome upload={state.upload} />
      ) : (
        <Notice tone="info" live title="The archive has arrived">
          <Link className="link" href={routes.upload(state.uploadId)}>
            This upload has a page of its own.
          </Link>
        </Notice>
      );
    case 'cancelled':
      return (
        <Notice tone="warn" live title="Cancelled">
          Nothing was published, and everything that you chose is still here.
          <p className="mt-3">
            <Button onClick={onRetry}>Send it after all</Button>
          </p>
        </Notice>
      );
    case 'interrupted':
      return (
        <Notice tone="bad" live title="The upload stopped">
          {state.message}
          <p className="mt-3">
            <Button look="solid" onClick={onRetry}>
              Try again
            </Button>
          </p>
        </Notice>
      );
    case 'refused':
      return (
        <Notice tone="bad" live title="The upload was refused">
          {state.refusal.message}
        </Notice>
      );
    case 'published':
    case 'rejected':
      return <UploadOutcome upload={state.upload} />;
  }
}

const ENDS = new Set<UploadState['phase']>(['published', 'rejected', 'interrupted', 'refused']);

/** Every step of an upload, in words. The outcome takes the focus, wherever the author was on the page. */
export function UploadProgress(props: ProgressProps) {
  const ref = useRef<HTMLDivElement>(null);
  const { phase } = props.state;
  useEffect(() => {
    if (ENDS.has(phase)) ref.current?.focus();
  }, [phase]);
  return (
    <div ref={ref} tabIndex={-1} className="max-w-2xl outline-none">
      <Step {...props} />
    </div>
  );
}
