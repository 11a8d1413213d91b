import { VISIBILITY_OPTIONS } from '@/components/dashboard/visibility-options';
import { LinkButton } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import type { FormState } from '@/lib/result';
import { routes } from '@/lib/routes';

export type PlainState = FormState<{ uploadId: string }>;

/** The refusal of one field of a form that was posted without JavaScript. */
export function plainError({ result }: PlainState, path: string): string | undefined {
  return result?.ok === false ? result.fields.find((field) => field.path === path)?.message : undefined;
}

/** What an archive cannot say before somebody read it: without JavaScript its author does, and its dotkit.json must agree. */
export function PlainPublishFields({ state, name }: { state: PlainState; name: string }) {
  const { result, values } = state;
  return (
    <div className="hidden max-w-2xl gap-5 noscript:grid">
      {result?.ok === false && (
        <Notice tone="bad" title="The upload was refused">
          {result.message} Choose the archive again.
        </Notice>
      )}
      <TextField
        name="name"
        label="Name"
        hint="As in dotkit.json."
        defaultValue={values.name ?? name}
        error={plainError(state, 'name')}
        required
        mono
      />
      <TextField
        name="version"
        label="Version"
        hint="As in dotkit.json, such as 1.0.0."
        defaultValue={values.version ?? ''}
        error={plainError(state, 'version')}
        required
        mono
      />
      <Select
        name="visibility"
        label="Who sees it"
        options={VISIBILITY_OPTIONS}
        defaultValue={values.visibility ?? 'public'}
        error={plainError(state, 'visibility')}
      />
    </div>
  );
}

export function PlainPublished({ uploadId }: { uploadId: string }) {
  return (
    <Notice tone="ok" title="The archive has arrived and is being verified">
      <p className="mt-2">
        <LinkButton look="solid" href={routes.upload(uploadId)}>
          See what the verifier says
        </LinkButton>
      </p>
    </Notice>
  );
}
