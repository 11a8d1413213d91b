import { CliError, EXIT, type ExitCode } from '../errors';

const CODE = /^[a-z][a-z0-9_]{0,63}$/;
const MAX_SENTENCE = 500;
const MAX_LINES = 20;

/** Refusals of the registry that end a command in their own way; every other is a failure. */
const EXIT_OF: Record<string, ExitCode> = { yanked: EXIT.yanked };

const HINTS: Record<string, string> = {
  unauthenticated: 'Sign in with: dotkit login',
  invalid_token: 'Sign in again with: dotkit login',
};

type Problem = { code: string; detail: string; fields: string[]; error: string | null };

const text = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value.slice(0, MAX_SENTENCE) : null;
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function fieldLines(errors: unknown): string[] {
  if (!Array.isArray(errors)) return [];
  return errors.slice(0, MAX_LINES).flatMap((one: unknown) => {
    if (!isRecord(one)) return [];
    const message = text(one.message);
    return message === null ? [] : [`${text(one.path) ?? 'input'}: ${message}`];
  });
}

function problemOf(body: Buffer | null): Problem | null {
  try {
    const value: unknown = JSON.parse(body?.toString('utf8') ?? '');
    if (!isRecord(value)) return null;
    const code = typeof value.code === 'string' && CODE.test(value.code) ? value.code : null;
    const detail = text(value.detail) ?? text(value.error_description);
    const error = text(value.error);
    if (code === null && error === null) return null;
    return { code: code ?? 'refused', detail: detail ?? error ?? '', fields: fieldLines(value.errors), error };
  } catch {
    return null;
  }
}

/** A refusal of the registry (RFC 9457, with `code`), in its own words. `oauth` is the name that RFC 8628 gives to it. */
export class RegistryRefusal extends CliError {
  constructor(
    readonly status: number,
    readonly oauth: string | null,
    readonly retryAfterSeconds: number | null,
    ...rest: ConstructorParameters<typeof CliError>
  ) {
    super(...rest);
    this.name = 'RegistryRefusal';
  }
}

/** What an answer that is no success means. */
export function refusalOf(
  status: number,
  body: Buffer | null,
  retryAfterSeconds: number | null,
  origin: string,
): RegistryRefusal {
  const problem = problemOf(body);
  if (problem === null)
    return new RegistryRefusal(
      status,
      null,
      retryAfterSeconds,
      'registry_failed',
      EXIT.failure,
      `${origin} answered with the status ${status}.`,
      ['It may not be a dotkit registry, or it has a problem of its own.'],
    );
  const { code, detail, fields, error } = problem;
  const hint = HINTS[code];
  return new RegistryRefusal(
    status,
    error,
    retryAfterSeconds,
    code,
    EXIT_OF[code] ?? EXIT.failure,
    detail || `The registry refused it (${code}).`,
    [...fields, ...(hint === undefined ? [] : [hint])],
  );
}
