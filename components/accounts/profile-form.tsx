'use client';

import { FormAnswer } from '@/components/dashboard/form-answer';
import { Button } from '@/components/ui/button';
import { TextArea, TextField } from '@/components/ui/text-field';
import { useActionForm } from '@/hooks/use-action-form';
import { updateProfileForm } from '@/lib/accounts/actions';
import { profileSchema } from '@/lib/accounts/schema';

/** What everybody sees of a person. */
export function ProfileForm({ displayName, bio }: { displayName: string; bio: string }) {
  const { field, formProps, pending, refusal, saved } = useActionForm({
    action: updateProfileForm,
    schema: profileSchema,
    initial: { displayName, bio },
    afterwards: 'keep',
  });
  return (
    <form {...formProps} className="grid max-w-2xl grid-cols-1 gap-5">
      <FormAnswer refusal={refusal} saved={saved}>
        Saved. Your profile shows it.
      </FormAnswer>
      <TextField {...field('displayName')} label="Display name" required={false} autoComplete="name" maxLength={80} />
      <TextArea {...field('bio')} label="About you" required={false} hint="At most 300 characters of plain text." />
      <div>
        <Button type="submit" look="solid" disabled={pending}>
          {pending ? 'Saving…' : 'Save'}
        </Button>
      </div>
    </form>
  );
}
