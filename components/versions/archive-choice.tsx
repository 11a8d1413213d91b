'use client';

import { useActionState, useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { useHydrated } from '@/hooks/use-hydrated';
import type { ChosenArchive } from '@/hooks/use-tarball';
import { publishForm } from '@/lib/versions/actions';
import { ArchivePicker } from './archive-picker';
import { PlainPublished, PlainPublishFields, type PlainState, plainError } from './plain-publish-fields';

type ChoiceProps = {
  /** `@namespace/` and, of a module that exists, its name. */
  name: string;
  archive: ChosenArchive;
  /** A refusal of the archive by the site. */
  refusal: string | undefined;
  disabled: boolean;
  /** Must keep its identity, or a file that was chosen early would be read again. */
  onChoose: (file: File) => void;
};

/**
 * The file input, in a form that a browser without JavaScript can post. It is the same element before and after the scripts
 * run, so a file that was chosen early is not lost.
 */
export function ArchiveChoice({ name, archive, refusal, disabled, onChoose }: ChoiceProps) {
  const [plain, post] = useActionState<PlainState, FormData>(publishForm, { result: null, values: {} });
  const hydrated = useHydrated();
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    const early = input.current?.files?.[0];
    if (early) onChoose(early);
  }, [onChoose]);

  if (plain.result?.ok) return <PlainPublished uploadId={plain.result.value.uploadId} />;
  const unreadable = archive.status === 'unreadable' ? archive.message : undefined;
  return (
    <form action={post} className="grid grid-cols-1 gap-5">
      {!hydrated && <PlainPublishFields state={plain} name={name} />}
      <ArchivePicker
        input={input}
        archive={archive}
        error={unreadable ?? refusal ?? plainError(plain, 'archive') ?? plainError(plain, 'size')}
        disabled={disabled}
        onChoose={onChoose}
      />
      {!hydrated && (
        <div className="hidden noscript:block">
          <Button type="submit" look="solid">
            Publish
          </Button>
        </div>
      )}
    </form>
  );
}
