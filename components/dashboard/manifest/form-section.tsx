import { type ReactNode, useId } from 'react';

/** A part of a long form, with its title in the margin. */
export function FormSection({ title, about, children }: { title: string; about?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a legend cannot stand in the margin beside its fieldset
    <div role="group" aria-labelledby={id} className="sec">
      <div>
        <h2 id={id}>{title}</h2>
        {about && <p className="mt-1 text-sm text-ink-2">{about}</p>}
      </div>
      <div className="grid grid-cols-1 content-start gap-5">{children}</div>
    </div>
  );
}
