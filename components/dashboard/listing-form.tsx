'use client';

import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import { TextArea, TextField } from '@/components/ui/text-field';
import { useActionForm } from '@/hooks/use-action-form';
import { updateListingForm } from '@/lib/modules/actions';
import { listingFormSchema } from '@/lib/modules/schema';
import type { ModuleDto } from '@/types/module';
import { FormAnswer } from './form-answer';
import { VISIBILITY_OPTIONS } from './visibility-options';

type Listed = Pick<ModuleDto, 'namespace' | 'name' | 'title' | 'summary' | 'keywords' | 'visibility' | 'deprecated'>;

/** How a module is listed. Its content belongs to its versions and is not changed here. */
export function ListingForm({ module }: { module: Listed }) {
  const { field, formProps, pending, refusal, saved } = useActionForm({
    action: updateListingForm,
    schema: listingFormSchema,
    initial: {
      namespace: module.namespace,
      name: module.name,
      title: module.title,
      summary: module.summary,
      keywords: module.keywords.join(' '),
      visibility: module.visibility,
      deprecatedReason: module.deprecated?.reason ?? '',
      deprecatedReplacement: module.deprecated?.replacement ?? '',
    },
    afterwards: 'keep',
  });
  const { error: _namespace, ...namespace } = field('namespace');
  const { error: _name, ...name } = field('name');
  return (
    <form {...formProps} className="grid max-w-2xl grid-cols-1 gap-5">
      <FormAnswer refusal={refusal} saved={saved}>
        Saved. Lists and the module page show it.
      </FormAnswer>
      <input type="hidden" {...namespace} />
      <input type="hidden" {...name} />
      <TextField {...field('title')} label="Title" required maxLength={80} />
      <TextArea
        {...field('summary')}
        label="Summary"
        hint="One or two sentences, at most 160 characters."
        required
        rows={2}
      />
      <TextField
        {...field('keywords')}
        label="Keywords"
        hint="At most 8, separated by spaces."
        required={false}
        mono
        spellCheck={false}
      />
      <Select {...field('visibility')} label="Who sees it" options={VISIBILITY_OPTIONS} />
      <TextField
        {...field('deprecatedReason')}
        label="Deprecated because"
        hint="People who look at the module read this first. Left empty, it is not deprecated."
        required={false}
        maxLength={300}
      />
      <TextField
        {...field('deprecatedReplacement')}
        label="Replaced by"
        hint="Written @name/module. Shown beside the reason."
        required={false}
        mono
        spellCheck={false}
      />
      <div>
        <Button type="submit" look="solid" disabled={pending}>
          {pending ? 'Saving…' : 'Save listing'}
        </Button>
      </div>
    </form>
  );
}
