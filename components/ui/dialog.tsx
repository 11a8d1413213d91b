'use client';

import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';

/** A modal on the browser's own `<dialog>`: focus, Escape and the inert background come with it. */
export function Dialog({
  open,
  onClose,
  title,
  children,
}: {
  open: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
}) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();

  useEffect(() => {
    const dialog = ref.current;
    if (open && !dialog?.open) dialog?.showModal();
    if (!open && dialog?.open) dialog.close();
  }, [open]);

  return (
    <dialog ref={ref} className="dialog" aria-labelledby={id} onClose={onClose}>
      <header className="flex items-center justify-between gap-4 border-b border-rule px-5 py-3">
        <h2 id={id} className="text-lg">
          {title}
        </h2>
        <button type="button" className="btn" data-look="quiet" onClick={onClose} aria-label="Close">
          <X size={18} aria-hidden />
        </button>
      </header>
      {open && <div className="p-5">{children}</div>}
    </dialog>
  );
}
