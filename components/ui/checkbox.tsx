import type { ComponentProps, ReactNode } from 'react';

/** A tick box, or with `type="radio"` one of several, whose whole line is the target. */
export function Checkbox({
  label,
  hint,
  type = 'checkbox',
  ...rest
}: { label: ReactNode; hint?: ReactNode } & Omit<ComponentProps<'input'>, 'type'> & { type?: 'checkbox' | 'radio' }) {
  return (
    <label className="flex min-h-(--target) items-start gap-2.5 py-1.5">
      <input {...rest} type={type} className="check" />
      <span>
        {label}
        {hint && <span className="block text-sm text-ink-2">{hint}</span>}
      </span>
    </label>
  );
}
