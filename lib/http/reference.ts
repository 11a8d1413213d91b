import 'server-only';
import { ERRORS, type ErrorCode } from '@/lib/errors';
import { LIMITS, type LimitName } from '@/lib/infra/rate-limit';
import { openapiDocument } from './openapi';
import { GROUPS, type Group } from './operation';
import { OPERATIONS } from './operations';
import { problemsOf } from './problems-of';
import { type Field, fieldsOf, type JsonSchema, typeOf } from './schema-text';

export type Parameter = Field & { in: string };
export type Reply = { status: string; says: string; type: string; fields: Field[]; headers: string[] };
export type OperationReference = {
  id: string;
  method: string;
  path: string;
  summary: string;
  description: string;
  /** The scope that a token must have, and whether one is needed at all. */
  scope: string | null;
  needsToken: boolean;
  limits: string[];
  parameters: Parameter[];
  body: Field[] | null;
  replies: Reply[];
  codes: ErrorCode[];
  curl: string;
};
export type GroupReference = { group: Group; about: string; operations: OperationReference[] };
export type ShapeReference = { name: string; about: string; type: string; fields: Field[] };
export type ErrorReference = {
  code: ErrorCode;
  status: number;
  sentence: string;
  operations: { id: string; group: Group }[];
};

type Described = {
  tags: [Group];
  summary: string;
  description: string;
  parameters?: { name: string; in: string; required?: boolean; description?: string; schema: JsonSchema }[];
  requestBody?: { content: Record<string, { schema: JsonSchema }> };
  responses: Record<
    string,
    { description: string; headers?: object; content?: Record<string, { schema: JsonSchema }> }
  >;
  'x-codeSamples': [{ source: string }];
};

/** The document as any reader of it sees it: plain JSON. */
const published = () =>
  JSON.parse(JSON.stringify(openapiDocument())) as {
    paths: Record<string, Record<string, Described>>;
    components: { schemas: Record<string, JsonSchema> };
    tags: { name: Group; description: string }[];
  };

const perTime = (name: LimitName) => {
  const { requests, seconds } = LIMITS[name];
  const time = seconds === 60 ? 'a minute' : seconds === 3600 ? 'an hour' : `in ${seconds / 60} minutes`;
  return `${name}: ${requests.toLocaleString('en')} ${time}`;
};

function repliesOf({ responses }: Described): Reply[] {
  return Object.entries(responses)
    .filter(([status]) => Number(status) < 400)
    .map(([status, { description, headers, content }]) => {
      const schema = content?.['application/json']?.schema;
      return {
        status,
        says: description,
        type: schema ? typeOf(schema) : 'no body',
        fields: schema ? fieldsOf(schema) : [],
        headers: Object.keys(headers ?? {}),
      };
    });
}

function operationReference(operation: (typeof OPERATIONS)[number], described: Described): OperationReference {
  const { id, method, path, summary, description, scope, caller, limit } = operation;
  const body = described.requestBody?.content['application/json']?.schema;
  return {
    id,
    method,
    path,
    summary,
    description,
    scope,
    needsToken: caller === 'somebody',
    limits: (limit === 'read' ? (['anonymousRead', 'tokenRead'] as const) : [limit]).map(perTime),
    parameters: (described.parameters ?? []).map(({ name, in: where, required, description: about, schema }) => ({
      name,
      in: where,
      isRequired: required === true,
      type: typeOf(schema),
      about: about ?? schema.description ?? '',
    })),
    body: body ? fieldsOf(body) : null,
    replies: repliesOf(described),
    codes: problemsOf(operation),
    curl: described['x-codeSamples'][0].source,
  };
}

/** The reference of every group of operations, read from the OpenAPI document. */
export function listGroupReferences(): GroupReference[] {
  const document = published();
  return GROUPS.map((group) => ({
    group,
    about: document.tags.find(({ name }) => name === group)?.description ?? '',
    operations: OPERATIONS.filter((operation) => operation.group === group).flatMap((operation) => {
      const described = document.paths[operation.path]?.[operation.method.toLowerCase()];
      return described ? [operationReference(operation, described)] : [];
    }),
  }));
}

/** Every named shape of the document with its fields. */
export const listShapes = (): ShapeReference[] =>
  Object.entries(published().components.schemas)
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([name, schema]) => ({
      name,
      about: schema.description ?? '',
      type: typeOf(schema),
      fields: fieldsOf(schema),
    }));

/** Every code of refusal, with the operations that may answer it. */
export const listErrors = (): ErrorReference[] =>
  (Object.keys(ERRORS) as ErrorCode[]).map((code) => ({
    code,
    status: ERRORS[code][0],
    sentence: ERRORS[code][1].replace(/\{\w+\}/g, '…'),
    operations: OPERATIONS.filter((operation) => problemsOf(operation).includes(code)).map(({ id, group }) => ({
      id,
      group,
    })),
  }));
