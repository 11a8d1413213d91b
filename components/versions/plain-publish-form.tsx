'use client';

import { useActionState } from 'react';
import { VISIBILITY_OPTIONS } from '@/components/dashboard/visibility-options';
import { Button, LinkButton } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import type { FormState } from '@/lib/result';
import { routes } from '@/lib/routes';
import { publishForm } from '@/lib/versions/actions';

type PlainFormProps = { username: string; name?: string };

/** Publishing without JavaScript: the archive comes with the form, and its dotkit.json must be in it. */
export function PlainPublishForm({ username, name }: PlainFormProps) {
  const [{ result, values }, action] = useActionState<FormState<{ uploadId: string }>, FormData>(publishForm, {
    result: null,
    values: {},
  });
  if (result?.ok)
    return (
      <Notice tone="ok" title="The archive has arrived and is being verified">
        <p className="mt-2">
          <LinkButton look="solid" href={routes.upload(result.value.uploadId)}>
            See what the verifier says
          </LinkButton>
        </p>
      </Notice>
    );
  const errorOf = (path: string) => result?.fields.find((field) => field.path === path)?.message;
  return (
    <form action={action} className="grid max-w-prose grid-cols-1 gap-5">
      {result && (
        <Notice tone="bad" title="The upload was refused">
          {result.message} Choose the archive again.
        </Notice>
      )}
      <TextField
        name="name"
        label="Name"
        hint={`As in dotkit.json, such as @${username}/quiet-git.`}
        defaultValue={values.name ?? name ?? `@${username}/`}
        error={errorOf('name')}
        required
        mono
      />
      <TextField
        name="version"
        label="Version"
        hint="As in dotkit.json, such as 1.0.0."
        defaultValue={values.version ?? ''}
        error={errorOf('version')}
        required
        mono
      />
      <Select
        name="visibility"
        label="Who sees it"
        options={VISIBILITY_OPTIONS}
        defaultValue={values.visibility ?? 'public'}
        error={errorOf('visibility')}
      />
      <TextField
        name="archive"
        type="file"
        accept=".tgz,.gz"
        label="Archive"
        hint="A .tgz of at most 20 MiB with dotkit.json at its root."
        error={errorOf('archive') ?? errorOf('size')}
        required
      />
      <div>
        <Button type="submit" look="solid">
          Publish
        </Button>
      </div>
    </form>
  );
}
