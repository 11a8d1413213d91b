'use client';

import { type ReactNode, useMemo } from 'react';
import { type FieldErrors, type FieldValues, FormProvider, useForm, useWatch } from 'react-hook-form';
import { KIND_INFO } from '@/components/modules/kind-info';
import type { FieldError } from '@/lib/errors';
import { isModuleKind, type ModuleKind } from '@/types/module-kind';
import { KIND_FIELDS } from '../kinds';
import { IdentityFields, MoreFields } from './common-fields';
import { type ManifestDraft, manifestText } from './draft';
import { FileRows } from './file-rows';
import { FormSection } from './form-section';
import { KindPicker } from './kind-picker';
import { ProblemSummary } from './problem-summary';
import { manifestResolver } from './resolver';

type ManifestFormProps = {
  namespace: string;
  initial: ManifestDraft;
  /** Of a module that exists: its kind, and its name stays. */
  fixedKind: ModuleKind | null;
  /** Files of the archive. */
  paths: readonly string[];
  /** What the site refused of the last attempt. */
  refused: readonly FieldError[];
  onPublish: (manifest: { name: string; version: string; text: string }) => void;
  /** What stands before the button: who sees it, and the button itself. */
  children: ReactNode;
};

function KindFields() {
  const kind: unknown = useWatch({ name: 'kind' });
  if (!isModuleKind(kind)) return null;
  const Fields = KIND_FIELDS[kind];
  return (
    <FormSection title={`${KIND_INFO[kind].label} details`} about="What only this kind has.">
      <div className="grid max-w-2xl grid-cols-1 gap-5">
        <Fields key={kind} />
      </div>
    </FormSection>
  );
}

function Preview() {
  const draft = useWatch();
  return (
    <details>
      <summary className="link min-h-11 py-2">See the dotkit.json that will be added to the archive</summary>
      <pre className="max-h-96 overflow-auto border border-rule bg-sunken p-3 text-sm">{manifestText(draft)}</pre>
    </details>
  );
}

/** Writes the manifest of an archive that has none, checked by the schema that the verifier uses. */
export function ManifestForm({
  namespace,
  initial,
  fixedKind,
  paths,
  refused,
  onPublish,
  children,
}: ManifestFormProps) {
  const resolver = useMemo(() => manifestResolver(new Set(paths)), [paths]);
  const errors = useMemo<FieldErrors>(
    () => Object.fromEntries(refused.map(({ path, message }) => [path, { type: 'server', message }])),
    [refused],
  );
  const form = useForm<FieldValues>({ defaultValues: initial, resolver, errors });
  return (
    <FormProvider {...form}>
      <form
        noValidate
        onSubmit={form.handleSubmit((draft) =>
          onPublish({ name: draft.name, version: draft.version, text: manifestText(draft) }),
        )}
      >
        <div className="mb-6">
          <ProblemSummary />
        </div>
        <FormSection title="Kind" about="It decides what is asked, and the most that the module may do.">
          <KindPicker fixed={fixedKind} />
        </FormSection>
        <FormSection title="About it">
          <div className="grid max-w-2xl grid-cols-1 gap-5">
            <IdentityFields namespace={namespace} fixedName={fixedKind !== null} />
          </div>
        </FormSection>
        <KindFields />
        <FormSection title="What it writes" about="Each file that gets installed, how, and where.">
          <FileRows paths={paths} />
        </FormSection>
        <FormSection title="More">
          <MoreFields />
          <Preview />
        </FormSection>
        <FormSection title="Publish">{children}</FormSection>
      </form>
    </FormProvider>
  );
}
