import { Notice } from '@/components/ui/notice';
import type { ModuleDto, VersionRefDto } from '@/types/module';

/** What a reader must know before anything else: that a module is deprecated, or that this version was yanked. */
export function ModuleNotices({
  deprecated,
  yanked,
}: {
  deprecated?: ModuleDto['deprecated'];
  yanked?: VersionRefDto['yanked'];
}) {
  if (!deprecated && !yanked) return null;
  return (
    <div className="mb-6 grid gap-3">
      {yanked && (
        <Notice tone="bad" title="This version was yanked">
          {yanked.reason} It is no longer handed out to new installs; lock files that name it still find it.
        </Notice>
      )}
      {deprecated && (
        <Notice tone="warn" title="Deprecated">
          {deprecated.reason}
          {deprecated.replacement && (
            <>
              {' '}
              Use{' '}
              <a className="link" href={`/${deprecated.replacement}`}>
                {deprecated.replacement}
              </a>{' '}
              instead.
            </>
          )}
        </Notice>
      )}
    </div>
  );
}
