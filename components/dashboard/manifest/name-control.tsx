'use client';

import { useController } from 'react-hook-form';
import { TextField } from '@/components/ui/text-field';
import { useProblem } from './problems';

/** The module's own name; the namespace before it is the author's and stands fixed. */
export function NameControl({ namespace, fixed }: { namespace: string; fixed: boolean }) {
  const { field } = useController({ name: 'name' });
  const prefix = `@${namespace}/`;
  const value = String(field.value ?? '').replace(prefix, '');
  return (
    <TextField
      name={field.name}
      ref={field.ref}
      label="Name"
      hint={
        fixed ? (
          <>
            A version belongs to its module: <code>{prefix + value}</code>
          </>
        ) : (
          <>
            It will be <code>{prefix + (value || '…')}</code>, for good. Lower-case letters, digits, dots and hyphens.
          </>
        )
      }
      required
      mono
      readOnly={fixed}
      value={value}
      onChange={(event) => field.onChange(prefix + event.target.value.trim())}
      onBlur={field.onBlur}
      error={useProblem('name')}
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
    />
  );
}
