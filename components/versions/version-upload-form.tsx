'use client';

import { useCallback, useState } from 'react';
import type { ManifestDraft } from '@/components/dashboard/manifest/draft';
import { Button } from '@/components/ui/button';
import { useTarball } from '@/hooks/use-tarball';
import { useUpload } from '@/hooks/use-upload';
import type { FieldError } from '@/lib/errors';
import { MANIFEST_PATH } from '@/lib/manifest/schema';
import { addToTarball } from '@/lib/utils/add-to-tarball';
import type { Visibility } from '@/types/module';
import type { ModuleKind } from '@/types/module-kind';
import { ArchiveChoice } from './archive-choice';
import { ArchiveForm } from './archive-form';
import { UploadProgress } from './upload-progress';

export type ExistingModule = {
  name: string;
  kind: ModuleKind;
  /** The manifest of its latest version, with the next version number: where a new one begins. */
  draft: ManifestDraft;
};

const NO_FIELDS: readonly FieldError[] = [];
/** Refusals of the archive itself, whatever its manifest says. */
const OF_ARCHIVE = ['size', 'sha256', 'archive'];

/** From a dropped archive to a published version: read here, completed here where it has no manifest, sent, verified. */
export function VersionUploadForm({ username, module }: { username: string; module?: ExistingModule }) {
  const { archive, lastRead, choose, clear } = useTarball();
  const { state, busy, publish, retry, cancel, reset } = useUpload();
  const [visibility, setVisibility] = useState<Visibility>('public');
  const refused = state.phase === 'refused' ? state.refusal.fields : NO_FIELDS;

  const begin = useCallback(
    (file: File) => {
      reset();
      void choose(file);
    },
    [reset, choose],
  );

  async function send(manifest: { name: string; version: string; text?: string }) {
    if (archive.status !== 'read' || busy) return;
    const { name, version, text } = manifest;
    const bytes =
      text === undefined ? archive.tarball.packed : await addToTarball(archive.tarball, MANIFEST_PATH, text);
    publish(bytes, { name, version, ...(module ? {} : { visibility }) });
  }

  const progress = <UploadProgress state={state} onCancel={cancel} onRetry={retry} />;
  if (state.phase === 'published')
    return (
      <div className="grid grid-cols-1 gap-6">
        {progress}
        <div>
          <Button
            onClick={() => {
              reset();
              clear();
            }}
          >
            {module ? 'Upload another version' : 'Publish something else'}
          </Button>
        </div>
      </div>
    );
  return (
    <div className="grid grid-cols-1 gap-8">
      <ArchiveChoice
        name={`@${username}/${module?.name ?? ''}`}
        archive={archive}
        refusal={refused.find(({ path }) => OF_ARCHIVE.includes(path))?.message}
        disabled={busy}
        onChoose={begin}
      />
      {lastRead && (
        <div hidden={archive.status !== 'read'}>
          <ArchiveForm
            archive={lastRead}
            username={username}
            module={module}
            refused={refused}
            busy={busy}
            visibility={visibility}
            onVisibility={setVisibility}
            onPublish={send}
          />
        </div>
      )}
      {progress}
    </div>
  );
}
