import { type FieldErrors, get, useFormContext } from 'react-hook-form';

export type Problem = { path: string; message: string };

/** Every refusal below an error object, with the path of its field. */
export function problemsOf(errors: unknown, path = ''): Problem[] {
  if (typeof errors !== 'object' || errors === null) return [];
  if ('message' in errors && typeof errors.message === 'string' && 'type' in errors) {
    return [{ path, message: errors.message }];
  }
  return Object.entries(errors)
    .filter(([key]) => key !== 'ref')
    .flatMap(([key, inner]) => problemsOf(inner, path === '' ? key : `${path}.${key}`));
}

/** The first refusal of a field; of a field that holds a list, with the line that it is about. */
export function firstProblem(errors: FieldErrors, name: string): string | undefined {
  const found = problemsOf(get(errors, name))[0];
  if (!found) return undefined;
  const line = /^\d+/.exec(found.path)?.[0];
  return line === undefined ? found.message : `Line ${Number(line) + 1}: ${found.message}`;
}

export function useProblem(name: string): string | undefined {
  return firstProblem(useFormContext().formState.errors, name);
}
