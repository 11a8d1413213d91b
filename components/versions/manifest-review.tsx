'use client';

import { Facts } from '@/components/modules/facts';
import { KIND_INFO } from '@/components/modules/kind-info';
import { WriteMap } from '@/components/modules/write-map';
import { Notice } from '@/components/ui/notice';
import type { FieldError } from '@/lib/errors';
import type { Manifest } from '@/lib/manifest/schema';
import type { Finding } from '@/types/finding';
import { FindingsList } from './findings-list';

/** A `dotkit.json` that cannot be published as it is. */
export function ManifestFindings({ findings }: { findings: readonly Finding[] }) {
  return (
    <div className="grid grid-cols-1 gap-4">
      <Notice tone="bad" live title="The dotkit.json in this archive has mistakes">
        Nothing was sent. Mend them, pack the archive again, and choose it here.
      </Notice>
      <FindingsList findings={findings} />
    </div>
  );
}

/** What the archive says about itself: everything that will be published, nothing of it typed again. */
export function ManifestReview({ manifest, refused }: { manifest: Manifest; refused: readonly FieldError[] }) {
  const { name, version, kind, title, summary, license, files } = manifest;
  const said = (path: string, value: string) => {
    const refusal = refused.find((field) => field.path === path);
    return (
      <>
        <code>{value}</code>
        {refusal && <span className="block font-semibold text-bad">{refusal.message} Change it in dotkit.json.</span>}
      </>
    );
  };
  return (
    <section aria-labelledby="manifest-review" className="grid grid-cols-1 gap-5">
      <h2 id="manifest-review" className="text-lg font-semibold">
        {title}
      </h2>
      <p className="max-w-2xl text-ink-2">{summary}</p>
      <Facts
        of={{
          Name: said('name', name),
          Version: said('version', version),
          Kind: KIND_INFO[kind].label,
          Licence: <code>{license}</code>,
        }}
      />
      {files.length > 0 && <WriteMap writes={files} />}
    </section>
  );
}
