'use client';

import { useMemo } from 'react';
import { ManifestForm } from '@/components/dashboard/manifest/manifest-form';
import { suggestDraft, suggestFiles } from '@/components/dashboard/manifest/suggest-draft';
import { VISIBILITY_OPTIONS } from '@/components/dashboard/visibility-options';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import type { ReadArchive } from '@/hooks/use-tarball';
import type { FieldError } from '@/lib/errors';
import { MANIFEST_PATH, parseManifest } from '@/lib/manifest/schema';
import { fileOf } from '@/lib/utils/read-tarball';
import { VISIBILITIES, type Visibility } from '@/types/module';
import { ManifestFindings, ManifestReview } from './manifest-review';
import type { ExistingModule } from './version-upload-form';

type ArchiveFormProps = {
  archive: ReadArchive;
  username: string;
  module: ExistingModule | undefined;
  refused: readonly FieldError[];
  busy: boolean;
  visibility: Visibility;
  onVisibility: (visibility: Visibility) => void;
  onPublish: (manifest: { name: string; version: string; text?: string }) => Promise<void>;
};

function Submit({
  module,
  busy,
  visibility,
  onVisibility,
  version,
}: Omit<ArchiveFormProps, 'archive'> & { version?: string }) {
  return (
    <div className="grid max-w-2xl grid-cols-1 gap-5">
      {!module && (
        <Select
          label="Who sees it"
          hint="For a module that exists already, its settings decide."
          options={VISIBILITY_OPTIONS}
          value={visibility}
          onChange={(event) => onVisibility(VISIBILITIES.find((one) => one === event.target.value) ?? 'public')}
        />
      )}
      <div>
        <Button type="submit" look="solid" disabled={busy}>
          {busy ? 'Publishing…' : version ? `Publish ${version}` : 'Publish'}
        </Button>
      </div>
    </div>
  );
}

/** Writes the manifest of an archive without one. */
function WithoutManifest({ archive, ...props }: ArchiveFormProps) {
  const { tarball, file } = archive;
  const { username, module } = props;
  const paths = useMemo(() => tarball.files.map(({ path }) => path), [tarball]);
  const initial = useMemo(() => {
    if (module) {
      const kept = module.draft.files.filter(({ src }) => src === undefined || paths.includes(src));
      return { ...module.draft, files: kept.length > 0 ? kept : suggestFiles(paths, module.name) };
    }
    const bytes = fileOf(tarball, 'package.json');
    const packageJson = bytes ? new TextDecoder().decode(bytes) : null;
    return suggestDraft({ username, fileName: file.name, paths, packageJson });
  }, [tarball, paths, file, username, module]);
  return (
    <div className="grid grid-cols-1 gap-6">
      <Notice tone="info" title="This archive has no dotkit.json yet">
        Fill it in here. It is added to the archive before the archive is sent; your own copy stays as it is.
      </Notice>
      <ManifestForm
        // A mended archive of the same module keeps what was typed; another module begins anew.
        key={initial.name}
        namespace={username}
        initial={initial}
        fixedKind={module?.kind ?? null}
        paths={paths}
        refused={props.refused}
        onPublish={props.onPublish}
      >
        <Submit {...props} />
      </ManifestForm>
    </div>
  );
}

/** An archive that was read: published as it is when it has a valid manifest, completed when it has none. */
export function ArchiveForm(props: ArchiveFormProps) {
  const { tarball } = props.archive;
  const found = useMemo(() => {
    const bytes = fileOf(tarball, MANIFEST_PATH);
    return bytes ? parseManifest(bytes) : null;
  }, [tarball]);
  if (found === null) return <WithoutManifest {...props} />;
  const { manifest, findings } = found;
  if (manifest === null) return <ManifestFindings findings={findings} />;
  return (
    <form
      className="grid grid-cols-1 gap-8"
      onSubmit={(event) => {
        event.preventDefault();
        void props.onPublish({ name: manifest.name, version: manifest.version });
      }}
    >
      <ManifestReview manifest={manifest} refused={props.refused} />
      <Submit {...props} version={manifest.version} />
    </form>
  );
}
