'use client';

import { useNow } from '@/hooks/use-now';
import { formatDate } from '@/lib/utils/format-date';
import { formatRelative } from '@/lib/utils/format-relative';

/** The day as served; how long ago once the browser knows; the exact UTC time on hover. */
export function Time({ at }: { at: string }) {
  const now = useNow();
  return (
    <time dateTime={at} title={`${at.slice(0, 19).replace('T', ' ')} UTC`}>
      {now === null ? formatDate(at) : formatRelative(at, now)}
    </time>
  );
}
