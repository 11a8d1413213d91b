import type { z } from 'zod';
import { DomainError } from './errors';

/** Parses input or throws `invalid_input` with one error for each field. */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.flatMap((issue) => {
    const path = issue.path.map(String);
    // An unknown key is reported on its parent; people look for it under its own name.
    if (issue.code !== 'unrecognized_keys') return [{ path: path.join('.'), message: issue.message }];
    return issue.keys.map((key) => ({ path: [...path, key].join('.'), message: 'This name is not known here.' }));
  });
  throw new DomainError('invalid_input', {}, { fields });
}
