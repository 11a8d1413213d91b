'use client';

import { Skeleton } from '@/components/ui/skeleton';
import { useHydrated } from '@/hooks/use-hydrated';
import { PlainPublishForm } from './plain-publish-form';
import { type ExistingModule, VersionUploadForm } from './version-upload-form';

/** The publish form: with JavaScript the archive is read and completed in the browser, without it a plain form posts it. */
export function UploadPanel({ username, module }: { username: string; module?: ExistingModule }) {
  if (useHydrated()) return <VersionUploadForm username={username} {...(module ? { module } : {})} />;
  return (
    <>
      <div className="hidden noscript:block">
        <PlainPublishForm username={username} {...(module ? { name: `@${username}/${module.name}` } : {})} />
      </div>
      <div className="noscript:hidden">
        <Skeleton lines={4} label="The publish form is on its way" />
      </div>
    </>
  );
}
