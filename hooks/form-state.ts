import type { FieldErrors } from 'react-hook-form';
import type { FormState } from '@/lib/result';

/** The text of each field; of several tick boxes of one name, those that are ticked. */
export type Values = Record<string, string | string[]>;

const topOf = (path: string) => path.split('.')[0] ?? path;

/** The refusals of an action as the form library keeps them. */
export function errorsOf<T>({ result }: FormState<T>): FieldErrors {
  if (result === null || result.ok) return {};
  return Object.fromEntries(result.fields.map(({ path, message }) => [topOf(path), { type: 'server', message }]));
}

/** What a refusal says beyond the fields that the form shows, or null. */
export function unplacedRefusal<T>({ result }: FormState<T>, initial: Values): string | null {
  if (result === null || result.ok) return null;
  const stray = result.fields.filter(({ path }) => !Object.hasOwn(initial, topOf(path)));
  if (result.fields.length > 0 && stray.length === 0) return null;
  return [result.message, ...stray.map(({ message }) => message)].join(' ');
}

/** What the fields hold at first: what was posted without JavaScript, lists included, or else the initial values. */
export function valuesOf<T>({ result, values }: FormState<T>, initial: Values, afterwards: 'keep' | 'clear'): Values {
  const posted = Object.keys(values).length > 0;
  if (!posted || (result?.ok && afterwards === 'clear')) return initial;
  return Object.fromEntries(
    Object.entries(initial).map(([name, value]) => [
      name,
      Array.isArray(value) ? (values[name]?.split('\n') ?? []) : (values[name] ?? value),
    ]),
  );
}
