import type { ComponentProps } from 'react';
import { Field, type FieldProps } from './field';

type Own = FieldProps & { mono?: boolean };

const look = (mono: boolean | undefined) => (mono ? 'input font-mono' : 'input');

/** A labelled line of text. Takes every attribute of `<input>`, `ref` included, so `register()` can be spread on it. */
export function TextField({ label, hint, error, required, bareLabel, mono, ...rest }: Own & ComponentProps<'input'>) {
  return (
    <Field {...{ label, hint, error, required, bareLabel }}>
      {(control) => <input type="text" {...rest} {...control} className={look(mono)} />}
    </Field>
  );
}

export function TextArea({ label, hint, error, required, bareLabel, mono, ...rest }: Own & ComponentProps<'textarea'>) {
  return (
    <Field {...{ label, hint, error, required, bareLabel }}>
      {(control) => <textarea rows={4} {...rest} {...control} className={look(mono)} />}
    </Field>
  );
}
