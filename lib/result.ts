import type { DomainError, ErrorCode, FieldError } from './errors';

/** What an action answers: the value, or a refusal that a form can show. */
export type Result<T> = { ok: true; value: T } | { ok: false; code: ErrorCode; message: string; fields: FieldError[] };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

export function refusal(error: DomainError): Result<never> {
  return { ok: false, code: error.code, message: error.message, fields: error.fields };
}

/** What `useActionState` keeps between two posts of a form: the last answer and what was typed. */
export type FormState<T> = { result: Result<T> | null; values: Record<string, string> };
