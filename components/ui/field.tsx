import type { ReactNode } from 'react';
import { useId } from 'react';

/** What the control inside a field must spread, so that label, hint and error are announced with it. */
export type FieldControl = {
  id: string;
  required: boolean | undefined;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
};

export type FieldProps = {
  label: ReactNode;
  hint?: ReactNode | undefined;
  /** The refusal to show; empty or absent means none. */
  error?: string | undefined;
  required?: boolean | undefined;
  /** Hides the label from the eye only. */
  bareLabel?: boolean | undefined;
};

export function Field({
  label,
  hint,
  error,
  required,
  bareLabel,
  children,
}: FieldProps & { children: (control: FieldControl) => ReactNode }) {
  const id = useId();
  const described = [hint ? `${id}h` : '', error ? `${id}e` : ''].filter(Boolean).join(' ');
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className={bareLabel ? 'sr-only' : 'text-sm font-semibold'}>
        {label}
        {required === false && <span className="font-normal text-ink-3"> (optional)</span>}
      </label>
      {hint && (
        <p id={`${id}h`} className="text-sm text-ink-2">
          {hint}
        </p>
      )}
      {children({ id, required, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
      {error && (
        <p id={`${id}e`} className="text-sm font-semibold text-bad">
          {error}
        </p>
      )}
    </div>
  );
}
