'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useRouter } from 'next/navigation';
import { type FormEvent, startTransition, useActionState, useEffect, useMemo, useState } from 'react';
import { type FieldValues, get, type Resolver, useForm } from 'react-hook-form';
import type { z } from 'zod';
import type { FormState } from '@/lib/result';
import { errorsOf, unplacedRefusal, type Values, valuesOf } from './form-state';
import { useHydrated } from './use-hydrated';

type Action<T> = (state: FormState<T>, form: FormData) => Promise<FormState<T>>;

type Options<T> = {
  /** The `…Form` action: the browser posts to it by itself, or we do after the checks here passed. */
  action: Action<T>;
  /** The shape that the action parses the fields with. */
  schema: z.ZodType<unknown, FieldValues>;
  /** Every field that the form shows, with what it holds before anything is typed. */
  initial: Values;
  /** What the fields hold after success: what was saved, or nothing, ready for the next one. */
  afterwards: 'keep' | 'clear';
};

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const tickedOf = ({ form, name }: Control): string[] =>
  form === null ? [] : new FormData(form).getAll(name).filter((value) => typeof value === 'string');

/**
 * One form for a browser with and without JavaScript. With it, fields are checked before anything is sent and the page
 * stays; without it, the same action answers with the page, what was typed, and the refusals in their places.
 */
export function useActionForm<T>({ action, schema, initial, afterwards }: Options<T>) {
  const [state, dispatch, pending] = useActionState<FormState<T>, FormData>(action, { result: null, values: {} });
  const router = useRouter();
  const succeeded = state.result?.ok === true;
  const [values] = useState(() => valuesOf(state, initial, afterwards));
  const hydrated = useHydrated();
  const errors = useMemo(() => errorsOf(state), [state]);
  const form = useForm<FieldValues>({
    defaultValues: values,
    resolver: zodResolver(schema) as Resolver<FieldValues>,
    errors,
  });
  const { reset, getValues } = form;

  useEffect(() => {
    if (!state.result?.ok) return;
    reset(afterwards === 'clear' ? values : getValues());
    router.refresh();
  }, [state, afterwards, values, reset, getValues, router]);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const element = event.currentTarget;
    void form.handleSubmit(() => startTransition(() => dispatch(new FormData(element))))(event);
  }

  const { errors: shown, isDirty } = form.formState;
  const errorOf = (name: string): string | undefined => {
    const error: { message?: unknown } | undefined = get(shown, name);
    return typeof error?.message === 'string' ? error.message : undefined;
  };

  /** Registers a control, but first takes over what a person typed into it before the scripts ran. */
  function register(name: string, read: (control: Control) => string | string[]) {
    const { ref, ...rest } = form.register(name);
    return {
      ...rest,
      ref: (control: Control | null) => {
        if (control && !hydrated) form.setValue(name, read(control));
        ref(control);
      },
    };
  }

  return {
    state,
    pending,
    errorOf,
    /** Spread on a field of the form. */
    field: (name: string) => ({
      ...register(name, ({ value }) => value),
      defaultValue: values[name],
      error: errorOf(name),
      // A page that answers a post begins at its first mistake.
      autoFocus: !hydrated && Object.keys(errors)[0] === name,
    }),
    /** Spread on one of several tick boxes of a name. */
    tick: (name: string, value: string) => ({
      ...register(name, tickedOf),
      value,
      defaultChecked: [values[name]].flat().includes(value),
    }),
    /** Spread on the `<form>`. */
    formProps: { action: dispatch, onSubmit: submit, noValidate: true },
    refusal: unplacedRefusal(state, initial),
    saved: succeeded && !isDirty,
  };
}
