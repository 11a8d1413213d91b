'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useRouter } from 'next/navigation';
import { type FormEvent, startTransition, useActionState, useEffect, useMemo, useState } from 'react';
import { type FieldErrors, type FieldValues, get, type Resolver, useForm } from 'react-hook-form';
import type { z } from 'zod';
import type { FormState } from '@/lib/result';
import { useHydrated } from './use-hydrated';

type Action<T> = (state: FormState<T>, form: FormData) => Promise<FormState<T>>;
type Values = Record<string, string | string[]>;

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

const topOf = (path: string) => path.split('.')[0] ?? path;

/** The refusals of an action as the form library keeps them. */
function errorsOf<T>({ result }: FormState<T>): FieldErrors {
  if (result === null || result.ok) return {};
  return Object.fromEntries(result.fields.map(({ path, message }) => [topOf(path), { type: 'server', message }]));
}

/** What a refusal says beyond the fields that the form shows, or null. */
function unplacedRefusal<T>({ result }: FormState<T>, initial: Values): string | null {
  if (result === null || result.ok) return null;
  const stray = result.fields.filter(({ path }) => !Object.hasOwn(initial, topOf(path)));
  if (result.fields.length > 0 && stray.length === 0) return null;
  return [result.message, ...stray.map(({ message }) => message)].join(' ');
}

/** What the fields hold at first: what was posted without JavaScript, lists included, or else the initial values. */
function valuesOf<T>({ result, values }: FormState<T>, { initial, afterwards }: Options<T>): Values {
  const posted = Object.keys(values).length > 0;
  if (!posted || (result?.ok && afterwards === 'clear')) return initial;
  return Object.fromEntries(
    Object.entries(initial).map(([name, value]) => [
      name,
      Array.isArray(value) ? (values[name]?.split('\n') ?? []) : (values[name] ?? value),
    ]),
  );
}

/**
 * One form for a browser with and without JavaScript. With it, fields are checked before anything is sent and the page
 * stays; without it, the same action answers with the page, what was typed, and the refusals in their places.
 */
export function useActionForm<T>(options: Options<T>) {
  const { action, schema, initial, afterwards } = options;
  const [state, dispatch, pending] = useActionState<FormState<T>, FormData>(action, { result: null, values: {} });
  const router = useRouter();
  const succeeded = state.result?.ok === true;
  const [values] = useState(() => valuesOf(state, options));
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

  return {
    state,
    pending,
    errorOf,
    /** Spread on a field of the form. */
    field: (name: string) => ({
      ...form.register(name),
      defaultValue: values[name],
      error: errorOf(name),
      // A page that answers a post begins at its first mistake.
      autoFocus: !hydrated && Object.keys(errors)[0] === name,
    }),
    /** Spread on one of several tick boxes of a name. */
    tick: (name: string, value: string) => ({
      ...form.register(name),
      value,
      defaultChecked: [values[name]].flat().includes(value),
    }),
    /** Spread on the `<form>`. */
    formProps: { action: dispatch, onSubmit: submit, noValidate: true },
    refusal: unplacedRefusal(state, initial),
    saved: succeeded && !isDirty,
  };
}
