'use client';

import { FormAnswer } from '@/components/dashboard/form-answer';
import { TickGroup } from '@/components/dashboard/tick-group';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import { useActionForm } from '@/hooks/use-action-form';
import { createTokenForm } from '@/lib/tokens/actions';
import { createTokenSchema } from '@/lib/tokens/schema';
import { TokenSecret } from './token-secret';

const SCOPES = [
  { value: 'read', label: 'read', hint: 'See what you see, private modules included.' },
  { value: 'publish', label: 'publish', hint: 'Upload, yank and restore versions.' },
  { value: 'manage', label: 'manage', hint: 'Change listings, collections and stars.' },
];
const LIFETIMES = [7, 30, 90, 180, 365].map((days) => ({ value: String(days), label: `${days} days` }));

export function TokenForm() {
  const { field, tick, errorOf, formProps, pending, refusal, state } = useActionForm({
    action: createTokenForm,
    schema: createTokenSchema,
    initial: { name: '', scopes: ['publish'], days: '90' },
    afterwards: 'clear',
  });
  return (
    <div className="grid grid-cols-1 gap-6">
      {state.result?.ok && <TokenSecret key={state.result.value.id} token={state.result.value.token} />}
      <form {...formProps} className="grid max-w-2xl grid-cols-1 gap-5">
        <FormAnswer refusal={refusal} saved={false}>
          {null}
        </FormAnswer>
        <TextField
          {...field('name')}
          label="Name"
          hint="Where it will be used, such as “release workflow”."
          maxLength={60}
          required
          autoComplete="off"
        />
        <TickGroup
          legend="Scopes"
          hint="The least that will do."
          error={errorOf('scopes')}
          ticks={SCOPES}
          tick={(value) => tick('scopes', value)}
        />
        <Select {...field('days')} label="Lives for" options={LIFETIMES} />
        <div>
          <Button type="submit" look="solid" disabled={pending}>
            {pending ? 'Creating…' : 'Create token'}
          </Button>
        </div>
      </form>
    </div>
  );
}
