import type { ReactNode } from 'react';
import { Notice } from '@/components/ui/notice';

/** What a form says about itself as a whole: a refusal that belongs to no field, or that it went well. */
export function FormAnswer({
  refusal,
  saved,
  children,
}: {
  refusal: string | null;
  saved: boolean;
  children: ReactNode;
}) {
  if (refusal)
    return (
      <Notice tone="bad" live>
        {refusal}
      </Notice>
    );
  return saved ? (
    <Notice tone="ok" live>
      {children}
    </Notice>
  ) : null;
}
