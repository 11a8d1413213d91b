'use client';

import { useEffect, useState } from 'react';
import { follow } from '@/hooks/upload-job';
import type { UploadDto } from '@/types/module';
import { UploadOutcome } from './upload-outcome';

/** An upload as it was when the page was made, followed from there while it is being verified. */
export function UploadWatch({ upload: first }: { upload: UploadDto }) {
  const [upload, setUpload] = useState(first);
  const { uploadId, status } = first;
  useEffect(() => {
    if (status !== 'verifying') return;
    const gone = new AbortController();
    follow(uploadId, setUpload, gone.signal).catch(() => undefined);
    return () => gone.abort();
  }, [uploadId, status]);
  return <UploadOutcome upload={upload} />;
}
