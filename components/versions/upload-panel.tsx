'use client';

import { useRef } from 'react';
import { Skeleton } from '@/components/ui/skeleton';
import { useHydrated } from '@/hooks/use-hydrated';
import { PlainPublishForm } from './plain-publish-form';
import { type ExistingModule, VersionUploadForm } from './version-upload-form';

/** The publish form: with JavaScript the archive is read and completed in the browser, without it a plain form posts it. */
export function UploadPanel({ username, module }: { username: string; module?: ExistingModule }) {
  const early = useRef<File | null>(null);
  if (useHydrated()) return <VersionUploadForm username={username} early={early} {...(module ? { module } : {})} />;
  return (
    <>
      <div
        className="hidden noscript:block"
        // A file that was chosen before the scripts ran goes on into the form that takes this one's place.
        ref={(plain) => () => {
          early.current = plain?.querySelector<HTMLInputElement>('input[type=file]')?.files?.[0] ?? null;
        }}
      >
        <PlainPublishForm username={username} {...(module ? { name: `@${username}/${module.name}` } : {})} />
      </div>
      <div className="noscript:hidden">
        <Skeleton lines={4} label="The publish form is on its way" />
      </div>
    </>
  );
}
