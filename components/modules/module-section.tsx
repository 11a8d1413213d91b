import type { ReactNode } from 'react';

type ModuleSectionProps = { id: string; title: string; note?: ReactNode; children: ReactNode };

/** A part of a module's page, with an address of its own. */
export function ModuleSection({ id, title, note, children }: ModuleSectionProps) {
  return (
    <section id={id} className="ms">
      <div>
        <h2>{title}</h2>
        {note && <p>{note}</p>}
      </div>
      {children}
    </section>
  );
}
