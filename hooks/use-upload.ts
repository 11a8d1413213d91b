'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { UploadDto } from '@/types/module';
import {
  announce,
  complete,
  follow,
  Interrupted,
  type Refusal,
  Refused,
  send,
  type UploadInput,
  type UploadJob,
} from './upload-job';

export type UploadState =
  | { phase: 'idle' | 'preparing' | 'cancelled' }
  | { phase: 'sending'; sent: number; total: number }
  /** `completed` once the archive is in our hands; from there on, cancelling is too late. */
  | { phase: 'verifying'; uploadId: string; upload: UploadDto | null }
  | { phase: 'published' | 'rejected'; upload: UploadDto }
  | { phase: 'refused'; refusal: Refusal }
  | { phase: 'interrupted'; message: string };

const BUSY = new Set<UploadState['phase']>(['preparing', 'sending', 'verifying']);

async function runJob(job: UploadJob, signal: AbortSignal, report: (state: UploadState) => void): Promise<void> {
  report({ phase: 'preparing' });
  const { uploadId } = await announce(job);
  signal.throwIfAborted();
  const total = job.archive.size;
  report({ phase: 'sending', sent: 0, total });
  await send(job, (sent) => report({ phase: 'sending', sent, total }), signal);
  signal.throwIfAborted();
  report({ phase: 'verifying', uploadId, upload: null });
  await complete(job, uploadId);
  await follow(
    uploadId,
    (upload) =>
      report(
        upload.status === 'published' || upload.status === 'rejected'
          ? { phase: upload.status, upload }
          : { phase: 'verifying', uploadId, upload },
      ),
    signal,
  );
}

function stateAfter(error: unknown): UploadState {
  if (error instanceof Refused) return { phase: 'refused', refusal: error.refusal };
  if (error instanceof DOMException && error.name === 'AbortError') return { phase: 'cancelled' };
  return {
    phase: 'interrupted',
    message: error instanceof Interrupted ? error.message : 'The connection was lost. Nothing that you chose is gone.',
  };
}

/** Publishes an archive: announce, send with progress, complete, follow the verifier. Lives as long as the page that uses it. */
export function useUpload() {
  const [state, setState] = useState<UploadState>({ phase: 'idle' });
  const job = useRef<UploadJob | null>(null);
  const abort = useRef<AbortController | null>(null);

  const run = useCallback(() => {
    const current = job.current;
    if (!current) return;
    abort.current?.abort();
    const controller = new AbortController();
    abort.current = controller;
    const report = (next: UploadState) => {
      if (abort.current === controller) setState(next);
    };
    runJob(current, controller.signal, report).catch((error: unknown) => report(stateAfter(error)));
  }, []);

  const publish = useCallback(
    (archive: Blob, input: UploadInput) => {
      job.current = { archive, input };
      run();
    },
    [run],
  );
  const cancel = useCallback(() => abort.current?.abort(new DOMException('Cancelled.', 'AbortError')), []);
  const reset = useCallback(() => {
    abort.current = null;
    job.current = null;
    setState({ phase: 'idle' });
  }, []);

  const busy = BUSY.has(state.phase);
  useEffect(() => () => abort.current?.abort(), []);
  useEffect(() => {
    if (!busy) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [busy]);

  return { state, busy, publish, retry: run, cancel, reset };
}
