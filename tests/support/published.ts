import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { openapiDocument } from '@/lib/http/openapi';
import type { Operation } from '@/lib/http/operation';

type Json = Record<string, unknown>;
export type Answered = { status: number; headers: Headers; body: unknown };
type Described = { headers?: Record<string, { required?: boolean; schema: Json }>; content?: Record<string, Json> };

/** The same document, closed: published answers may grow, but a field that nobody described must fail here. */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== 'object' || value === null) return value;
  const copy: Json = Object.fromEntries(Object.entries(value).map(([key, item]) => [key, closed(item)]));
  if (copy.type === 'object' && 'properties' in copy && !('additionalProperties' in copy))
    copy.additionalProperties = false;
  return copy;
}

const ajv = new Ajv2020({ allErrors: true, strict: false });
addFormats.default(ajv);
const document = closed(JSON.parse(JSON.stringify(openapiDocument()))) as {
  paths: Record<string, Record<string, { responses: Record<string, Described> }>>;
};
ajv.addSchema(document, 'openapi');

const escaped = (part: string) => part.replaceAll('~', '~0').replaceAll('/', '~1');
const compiled = new Map<string, ValidateFunction>();
function validatorAt(pointer: string[]): ValidateFunction {
  const ref = `openapi#/${pointer.map(escaped).join('/')}`;
  const made = compiled.get(ref) ?? ajv.compile({ $ref: ref });
  compiled.set(ref, made);
  return made;
}

/** Operations and the statuses that they have answered in this process. */
export const seen = new Map<string, Set<number>>();

/** Everything in which an answer differs from what the document says of it. */
export function faultsOf(operation: Operation, { status, headers, body }: Answered): string[] {
  const method = operation.method.toLowerCase();
  const described = document.paths[operation.path]?.[method]?.responses[String(status)];
  if (!described) return [`${status} is not described`];
  const at = ['paths', operation.path, method, 'responses', String(status)];
  const faults = Object.entries(described.headers ?? {}).flatMap(([name, { required }]) => {
    const value = headers.get(name);
    if (value === null) return required ? [`the header ${name} is missing`] : [];
    return validatorAt([...at, 'headers', name, 'schema'])(value) ? [] : [`the header ${name} is ${value}`];
  });
  const [type] = Object.keys(described.content ?? {});
  if (!type) return body === undefined ? faults : [...faults, 'there is a body'];
  if (headers.get('content-type') !== type) faults.push(`its type is ${headers.get('content-type')}`);
  const validate = validatorAt([...at, 'content', type, 'schema']);
  if (!validate(body)) faults.push(ajv.errorsText(validate.errors, { separator: '; ' }));
  return faults;
}

/** Throws when an answer is not as published. */
export function judge(operation: Operation, answered: Answered): void {
  const faults = faultsOf(operation, answered);
  if (faults.length > 0)
    throw new Error(`${operation.id} ${answered.status}: ${faults.join('; ')}\n${JSON.stringify(answered.body)}`);
  seen.set(operation.id, (seen.get(operation.id) ?? new Set()).add(answered.status));
}
