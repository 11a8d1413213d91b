import type { ComponentProps } from 'react';
import { Field, type FieldProps } from './field';

export type Option = { value: string; label: string };

export function Select({
  label,
  hint,
  error,
  required,
  bareLabel,
  options,
  ...rest
}: FieldProps & { options: readonly Option[] } & Omit<ComponentProps<'select'>, 'children'>) {
  return (
    <Field {...{ label, hint, error, required, bareLabel }}>
      {(control) => (
        <select {...rest} {...control} className="input">
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
