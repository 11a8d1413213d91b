/**
 * The one table of refusals: stable code, HTTP status, sentence. The API, the forms and the CLI print from it.
 * A sentence may hold `{name}` marks that the thrower fills.
 */
export const ERRORS = {
  invalid_input: [400, 'Some of the input is not valid.'],
  invalid_cursor: [400, 'This cursor was not issued for this list. Start again without it.'],
  unauthenticated: [401, 'Sign in, or send an API token in the Authorization header.'],
  invalid_token: [401, 'This API token is unknown, revoked or expired.'],
  scope_missing: [403, 'This token lacks the scope “{scope}”.'],
  forbidden: [403, 'You may not do this.'],
  bad_origin: [403, 'This form was sent from another site.'],
  not_found: [404, 'There is nothing here.'],
  method_not_allowed: [405, 'This address takes {methods} only.'],
  namespace_not_yours: [403, 'The namespace @{namespace} is not yours. Publish under @{username}.'],
  version_exists: [
    409,
    '@{namespace}/{name} {version} exists already, or is being published. A version number is never used twice.',
  ],
  name_reserved: [422, 'The name “{name}” is reserved.'],
  name_lookalike: [409, 'The name “{name}” looks like “{other}”, which exists already.'],
  username_taken: [409, 'The name “{username}” is taken.'],
  module_limit: [409, 'You have reached the limit of {limit} modules.'],
  kind_fixed: [409, '@{namespace}/{name} is a {kind}; a module keeps its kind.'],
  upload_expired: [410, 'This upload has expired. Start a new one.'],
  upload_missing: [409, 'The archive has not arrived in the storage yet. Send it, then complete again.'],
  size_mismatch: [422, 'The archive that arrived has {actual} bytes, not the {expected} announced.'],
  archive_too_large: [413, 'An archive may have at most {limit} bytes.'],
  body_too_large: [413, 'The request is too large.'],
  collection_exists: [409, 'You have a collection with this address already.'],
  yanked: [410, 'This version was yanked: {reason}'],
  idempotency_in_flight: [409, 'A request with this Idempotency-Key is still being worked on. Try again in a moment.'],
  idempotency_mismatch: [
    422,
    'This Idempotency-Key was used for another request. Take a new key for each thing you do.',
  ],
  authorization_pending: [400, 'Nobody has decided yet. Ask again after the interval.'],
  slow_down: [400, 'You ask too often. Wait {seconds} s between two questions.'],
  access_denied: [400, 'The person denied this request.'],
  expired_token: [400, 'This code has expired. Start again for a new one.'],
  invalid_grant: [400, 'This device code is unknown, or was used already.'],
  unsupported_grant_type: [400, 'The only grant type here is urn:ietf:params:oauth:grant-type:device_code.'],
  device_decided: [409, 'This request was decided already.'],
  rate_limited: [429, 'Too many requests. Try again in {seconds} s.'],
  storage_down: [503, 'The archive storage does not answer. Nothing was lost; try again in a moment.'],
  database_down: [503, 'The database does not answer. Nothing was lost; try again in a moment.'],
  search_down: [503, 'The search does not answer. Nothing was lost; try again in a moment.'],
  search_warming: [503, 'The catalogue is being read in. Try again in a moment.'],
  internal: [500, 'Something went wrong on our side. It has been logged.'],
} as const satisfies Record<string, readonly [number, string]>;

export type ErrorCode = keyof typeof ERRORS;
export type FieldError = { path: string; message: string };

/** An expected refusal. Everything else that is thrown is a bug and never shows its message to a person. */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly status: number;
  readonly fields: FieldError[];
  /** Seconds after which a retry makes sense; becomes `Retry-After`. */
  readonly retryAfterSeconds: number | undefined;

  constructor(
    code: ErrorCode,
    values: Record<string, string | number> = {},
    more: { fields?: FieldError[]; retryAfterSeconds?: number; cause?: unknown } = {},
  ) {
    const [status, sentence] = ERRORS[code];
    super(
      sentence.replace(/\{(\w+)\}/g, (_, key: string) => String(values[key] ?? '')),
      more.cause === undefined ? undefined : { cause: more.cause },
    );
    this.name = 'DomainError';
    this.code = code;
    this.status = status;
    this.fields = more.fields ?? [];
    this.retryAfterSeconds = more.retryAfterSeconds ?? (status === 503 ? 5 : undefined);
  }
}
