'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useActionState, useEffect } from 'react';
import { Button } from '@/components/ui/button';
import type { FormState } from '@/lib/result';

type ConfirmFormProps<T> = {
  action: (state: FormState<T>, form: FormData) => Promise<FormState<T>>;
  /** Hidden fields: what the action is about. */
  fields: Record<string, string>;
  /** The button that opens the question, the question, and the button that answers yes. */
  ask: string;
  question: ReactNode;
  yes: string;
  /** What the thing is, for people who hear the buttons without the row around them. */
  about: string;
  children?: ReactNode;
};

/** Asks before it acts, without JavaScript too: the question is folded below the first button. */
export function ConfirmForm<T>({ action, fields, ask, question, yes, about, children }: ConfirmFormProps<T>) {
  const [state, dispatch, pending] = useActionState<FormState<T>, FormData>(action, { result: null, values: {} });
  const router = useRouter();

  useEffect(() => {
    if (state.result?.ok) router.refresh();
  }, [state, router]);

  return (
    <details className="open:basis-full" open={state.result?.ok === false || undefined}>
      <summary className="btn" data-size="sm">
        {ask}
        <span className="sr-only"> {about}</span>
      </summary>
      <form action={dispatch} className="mt-2 grid max-w-2xl grid-cols-1 gap-3 border-l-4 border-bad pl-4">
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <p>{question}</p>
        {children}
        {state.result?.ok === false && (
          <p role="alert" className="font-semibold text-bad">
            {state.result.fields[0]?.message ?? state.result.message}
          </p>
        )}
        <div>
          <Button type="submit" look="danger" disabled={pending}>
            {pending ? 'Working…' : yes}
            <span className="sr-only"> {about}</span>
          </Button>
        </div>
      </form>
    </details>
  );
}
