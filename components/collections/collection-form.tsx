'use client';

import { FormAnswer } from '@/components/dashboard/form-answer';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import { TextArea, TextField } from '@/components/ui/text-field';
import { useActionForm } from '@/hooks/use-action-form';
import { createCollectionForm, updateCollectionForm } from '@/lib/collections/actions';
import { createCollectionSchema, updateCollectionSchema } from '@/lib/collections/schema';
import type { CollectionSummaryDto } from '@/types/module';

const VISIBILITIES = [
  { value: 'public', label: 'Public: listed on your profile' },
  { value: 'private', label: 'Private: for you alone' },
];

type Editing = Pick<CollectionSummaryDto, 'slug' | 'title' | 'description' | 'visibility'>;

/** Begins a collection, or changes the given one. The address of a collection is chosen once, so that links keep working. */
export function CollectionForm({ collection }: { collection?: Editing }) {
  const { field, formProps, pending, refusal, saved } = useActionForm({
    action: collection ? updateCollectionForm : createCollectionForm,
    schema: collection ? updateCollectionSchema : createCollectionSchema,
    initial: {
      title: collection?.title ?? '',
      slug: collection?.slug ?? '',
      description: collection?.description ?? '',
      visibility: collection?.visibility ?? 'public',
    },
    afterwards: collection ? 'keep' : 'clear',
  });
  const { error: slugError, ...slug } = field('slug');
  return (
    <form {...formProps} className="grid max-w-2xl grid-cols-1 gap-5">
      <FormAnswer refusal={refusal} saved={saved}>
        {collection ? 'Saved.' : 'The collection is there. Add modules to it from their pages.'}
      </FormAnswer>
      <TextField {...field('title')} label="Title" required maxLength={80} autoComplete="off" />
      {collection ? (
        <input type="hidden" {...slug} />
      ) : (
        <TextField
          {...slug}
          error={slugError}
          label="Address"
          hint="Lower-case letters, digits and hyphens. Left empty, it is made from the title."
          required={false}
          mono
          autoComplete="off"
          spellCheck={false}
        />
      )}
      <TextArea {...field('description')} label="Description" required={false} maxLength={500} />
      <Select {...field('visibility')} label="Who sees it" options={VISIBILITIES} />
      <div>
        <Button type="submit" look="solid" disabled={pending}>
          {pending ? 'Saving…' : collection ? 'Save' : 'Create collection'}
        </Button>
      </div>
    </form>
  );
}
